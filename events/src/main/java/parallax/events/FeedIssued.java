package parallax.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed's item was given its place and its date, once and for ever: publish's own record, which no reader of feeds would forgive
 * it to forget.
 *
 * @param feed {@code stories} or {@code articles}
 * @param sequence place in the feed, from 1; places follow each other without gaps, dates never go back
 * @param item story id or document id
 * @param digest of what was shown; null if the item left the feed
 * @param issuedAt when; the item's first is its date for ever
 */
public record FeedIssued(
        String feed, long sequence, String item, @Nullable String digest, Instant issuedAt) implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.feed.issued.v1";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.FEEDS;
    }

    @Override
    public String key() {
        return feed + "/" + sequence;
    }

    @Override
    public String eventId() {
        return key() + "@" + issuedAt;
    }
}
