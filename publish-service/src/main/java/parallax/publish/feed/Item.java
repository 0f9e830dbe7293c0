package parallax.publish.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed, whatever its format. All text can stand in XML.
 *
 * @param id for ever, whatever happens to title, URL or lead
 * @param permalink our page of it, for ever
 * @param original where the lead stands on the web; null if that is not known
 * @param feed address of the feed that the lead was found in; null if it came otherwise
 * @param html sanitised, with attribution and labels in it
 * @param summary plain text, with labels before it
 * @param author never empty: the outlet, where no author is known
 * @param labels how the text was made, in words
 * @param coverage the other articles
 * @param published when it first stood in the feed; never changes
 * @param updated changes with the item
 */
record Item(
        String id,
        String title,
        String permalink,
        @Nullable String original,
        @Nullable String feed,
        String html,
        @Nullable String summary,
        String author,
        String outlet,
        String language,
        List<String> categories,
        List<String> labels,
        List<Coverage> coverage,
        List<Person> people,
        List<Recording> recordings,
        Instant published,
        Instant updated) {

    /** An article that covers the same. */
    record Coverage(String title, @Nullable String url, String outlet, String language, List<String> labels) {}

    /**
     * Who takes part in the interview.
     *
     * @param role {@code guest} or {@code host}, as in Podcasting 2.0
     */
    record Person(String name, String role) {}

    /**
     * Where the interview can be heard or seen.
     *
     * @param mediaType of the file; null if it is a page with a player
     */
    record Recording(String url, @Nullable String mediaType) {}

    /** When an item first stood in the feed, and when it last changed. */
    record Dates(Instant published, Instant updated) {}
}
