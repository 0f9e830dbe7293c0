package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something changed outside.
 *
 * @param version greater than any that channels were told of before
 * @param gone nothing of it may be seen outside any more
 * @param mergedInto the story that took its articles, if that is why
 * @param receivedAt when ingest accepted what caused it, or the editor decided; null if a person asked for the delivery
 */
public record StoryMoved(
        String storyId,
        long version,
        boolean gone,
        @Nullable String mergedInto,
        @Nullable Instant receivedAt) {}
