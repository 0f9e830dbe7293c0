package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The effort to bring one change to one channel, as its log shows it.
 *
 * @param state {@code pending}, {@code delivered}, {@code unchanged}, {@code superseded}, {@code conflict} or {@code failed}
 * @param nextAttempt while it is pending
 */
public record Delivery(
        String id,
        String channelId,
        String storyId,
        long version,
        String type,
        String state,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable String lastOutcome,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
