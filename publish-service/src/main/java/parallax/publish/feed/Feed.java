package parallax.publish.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed document, whatever its format.
 *
 * @param id for ever
 * @param self where this very document is read
 * @param home the page that it belongs to
 * @param hub where to subscribe to be told of changes (WebSub)
 * @param updated when it last changed
 * @param links other documents of the same feed
 */
record Feed(
        String id,
        String title,
        String description,
        String self,
        String home,
        String hub,
        Instant updated,
        Links links,
        List<Item> items) {

    /** The same feed with other items in it. */
    Feed with(List<Item> others) {
        return new Feed(id, title, description, self, home, hub, updated, links, others);
    }

    /**
     * Other documents of the same feed, as RFC 5005 names them; null where there is none.
     *
     * @param next the page of older items
     * @param first the page of the newest
     * @param previousArchive the volume before this document
     * @param nextArchive the volume after this one
     * @param current the document to subscribe to, in a volume of the archive only
     */
    record Links(
            @Nullable String next,
            @Nullable String first,
            @Nullable String previousArchive,
            @Nullable String nextArchive,
            @Nullable String current) {

        static final Links NONE = new Links(null, null, null, null, null);

        boolean archive() {
            return current != null;
        }
    }
}
