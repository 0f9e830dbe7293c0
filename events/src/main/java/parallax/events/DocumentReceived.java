package parallax.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source delivered a document that is new or changed.
 *
 * @param id stable over revisions
 * @param revision SHA-256 of {@code content} in UTF-8, 64 lower-case hexadecimal digits
 * @param source name of the source it came from
 * @param url where the document stands on the web, if known; absolute http or https
 * @param contentType {@code text/markdown}, {@code text/plain}, {@code text/html}, or subtitles: {@code text/vtt}, {@code application/x-subrip}
 * @param content the document as delivered, decoded from UTF-8
 * @param rights what the source allows us to pass on
 * @param receivedAt when ingest accepted it; strictly later for each revision of one document
 * @param licence under which it stands, if that is said: an address or a sentence
 * @param labels what the source says of it: {@code machine-summary}, {@code asr-transcript}, {@code translated} …
 * @param provenance how it came to us, once for each source that delivered it; empty in events of older releases
 * @param previous the revision before; null if there was none
 * @param changes what tells it from the revision before; empty if there was none, or if it says the same in other bytes
 * @param file its path within its source, if it came as a file: the name may tell a title or a date that the text does not
 * @param language of all that its source sends, where the text does not tell
 * @param author of all that its source sends, where the document names none
 */
public record DocumentReceived(
        String id,
        String revision,
        String source,
        @Nullable String url,
        String contentType,
        String content,
        Rights rights,
        Instant receivedAt,
        @Nullable String licence,
        List<String> labels,
        List<Provenance> provenance,
        @Nullable String previous,
        List<FieldChange> changes,
        @Nullable String file,
        @Nullable String language,
        @Nullable String author)
        implements Event {

    /** What older releases did not say is empty. */
    @SuppressWarnings("NullAway") // absent in JSON is null here, whatever is declared
    public DocumentReceived {
        labels = labels == null ? List.of() : List.copyOf(labels);
        provenance = provenance == null ? List.of() : List.copyOf(provenance);
        changes = changes == null ? List.of() : List.copyOf(changes);
    }

    /** The first that is known of a document, and no more than that. */
    public DocumentReceived(
            String id,
            String revision,
            String source,
            @Nullable String url,
            String contentType,
            String content,
            Rights rights,
            Instant receivedAt) {
        this(
                id,
                revision,
                source,
                url,
                contentType,
                content,
                rights,
                receivedAt,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null);
    }

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
