package parallax.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source delivered a document that is new or changed.
 *
 * @param id stable over revisions
 * @param revision SHA-256 of {@code content} in UTF-8, 64 lower-case hexadecimal digits
 * @param source name of the source it came from
 * @param url where the document stands on the web, if known; absolute http or https
 * @param contentType {@code text/markdown}, {@code text/plain} or {@code text/html}
 * @param content the document as delivered, decoded from UTF-8
 * @param rights what the source allows us to pass on
 * @param receivedAt when ingest accepted it; strictly later for each revision of one document
 */
public record DocumentReceived(
        String id,
        String revision,
        String source,
        @Nullable String url,
        String contentType,
        String content,
        Rights rights,
        Instant receivedAt)
        implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.document.received.v1";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.DOCUMENTS;
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public String eventId() {
        return id + "@" + receivedAt;
    }
}
