package parallax.ingest.identity;

import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;

/**
 * A document that passed every check and knows who it is.
 *
 * @param revision SHA-256 of {@code content} in UTF-8
 * @param url as the sender gave it
 */
public record NewDocument(
        String id, String revision, @Nullable String url, ContentType contentType, String content, Origin origin) {

    /** The name of its source. */
    public String source() {
        return origin.source();
    }

    /** How it came to us. */
    public Provenance provenance() {
        return origin.provenance(url, revision);
    }
}
