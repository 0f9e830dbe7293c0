package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;

/**
 * A version of a story with which something changed outside.
 *
 * @param gone nothing of it may be seen outside any more
 * @param mergedInto the story that took its articles, if that is why
 * @param receivedAt when ingest accepted what caused it; null if a person asked for the delivery
 */
public record StoryMoved(
        String storyId,
        long version,
        boolean gone,
        @Nullable String mergedInto,
        @Nullable Instant receivedAt) {

    /** By a new version. */
    public static StoryMoved changed(StoryChanged story, boolean gone) {
        return new StoryMoved(story.storyId(), story.version(), gone, null, story.receivedAt());
    }

    /** By its end. */
    public static StoryMoved removed(StoryRemoved story) {
        return new StoryMoved(story.storyId(), story.version(), true, story.mergedInto(), story.receivedAt());
    }
}
