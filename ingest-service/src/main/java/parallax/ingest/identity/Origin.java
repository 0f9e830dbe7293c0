package parallax.ingest.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;
import parallax.events.Rights;

/**
 * How a document came to us, and what its source allows.
 *
 * @param source its name
 * @param how as in {@link Provenance}
 * @param licence an address or a sentence
 * @param feed address of the feed that it stood in, as in {@link Provenance}
 * @param inherited what the source says of all it sends
 */
public record Origin(
        String source,
        String how,
        Instant fetchedAt,
        Rights rights,
        @Nullable String licence,
        @Nullable String feed,
        Inherited inherited) {

    /** What somebody sent us. */
    public static final String PUSH = "push";

    /** What lies in a folder that we watch. */
    public static final String FOLDER = "folder";

    /**
     * Whether we asked strangers for it. Then it neither takes the place of what another source says nor brings back what was
     * taken down; who pushes, and so has a token, or writes to a folder that a token's holder named, may do both.
     */
    public boolean fetched() {
        return !how.equals(PUSH) && !how.equals(FOLDER);
    }

    Provenance provenance(@Nullable String url, String revision) {
        return new Provenance(source, how, url, fetchedAt, rights, licence, revision, feed);
    }
}
