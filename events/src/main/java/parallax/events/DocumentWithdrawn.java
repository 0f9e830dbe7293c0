package parallax.events;

import java.time.Instant;

/**
 * A takedown: the document is to vanish everywhere. Carries no content, so that compaction forgets the text.
 *
 * @param id the document's id
 * @param withdrawnAt when ingest accepted the takedown; later than the {@code receivedAt} of every earlier revision
 */
public record DocumentWithdrawn(String id, Instant withdrawnAt) implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.document.withdrawn.v1";

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
        return id + "@" + withdrawnAt;
    }
}
