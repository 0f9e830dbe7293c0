package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.publish.story.OutsideStory;

/**
 * What one attempt brings to a channel.
 *
 * @param deliveryId the same at every attempt
 * @param queuedAt the same at every attempt
 * @param story null if it is gone
 * @param artifact what the channel made of an earlier version
 * @param artifactHash of that
 */
public record Parcel(
        String deliveryId,
        EventType type,
        Instant queuedAt,
        StoredChannel channel,
        String storyId,
        long version,
        @Nullable String mergedInto,
        @Nullable OutsideStory story,
        @Nullable String artifact,
        @Nullable String artifactHash) {}
