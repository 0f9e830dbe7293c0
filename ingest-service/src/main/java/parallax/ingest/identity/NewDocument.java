package parallax.ingest.identity;

import org.jspecify.annotations.Nullable;
import parallax.events.Provenance;

/**
 * A document that passed every check and knows who it is.
 *
 * @param revision SHA-256 of {@code content} in UTF-8
 * @param url as the sender gave it
 * @param file its path within its source, if it came as a file
 */
public record NewDocument(
        String id,
        String revision,
        @Nullable String url,
        ContentType contentType,
        String content,
        Origin origin,
        @Nullable String file) {

    /** One that is no file. */
    public NewDocument(
            String id, String revision, @Nullable String url, ContentType contentType, String content, Origin origin) {
        this(id, revision, url, contentType, content, origin, null);
    }

    /** The same under another id. */
    public NewDocument called(String otherId) {
        return new NewDocument(otherId, revision, url, contentType, content, origin, file);
    }

    /** The name of its source. */
    public String source() {
        return origin.source();
    }

    /** How it came to us. */
    public Provenance provenance() {
        return origin.provenance(url, revision);
    }
}
