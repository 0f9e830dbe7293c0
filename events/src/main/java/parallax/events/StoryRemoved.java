package parallax.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The story is gone for ever.
 *
 * @param storyId never reused
 * @param version greater than every version of the story before
 * @param mergedInto the story that took its articles, or null if its last article was withdrawn
 * @param receivedAt when the document or takedown that caused this was accepted
 * @param removedAt when this was decided
 */
public record StoryRemoved(
        String storyId, long version, @Nullable String mergedInto, Instant receivedAt, Instant removedAt)
        implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.story.removed.v1";

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.STORIES;
    }

    @Override
    public String key() {
        return storyId;
    }

    @Override
    public String eventId() {
        return storyId + "@" + version;
    }
}
