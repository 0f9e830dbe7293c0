package parallax.events;

import java.time.Instant;

/**
 * The article's document was withdrawn: it is to vanish from every channel.
 *
 * @param documentId the withdrawn document
 * @param withdrawnAt when ingest accepted the takedown
 */
public record ArticleWithdrawn(String documentId, Instant withdrawnAt) implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.article.withdrawn.v1";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.ARTICLES;
    }

    @Override
    public String key() {
        return documentId;
    }

    @Override
    public String eventId() {
        return documentId + "@" + withdrawnAt;
    }
}
