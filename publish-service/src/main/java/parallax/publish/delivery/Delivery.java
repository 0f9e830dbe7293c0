package parallax.publish.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effort to bring one change to one channel, as its log shows it.
 *
 * @param storyId null, as the version is, for a test call: type {@code webhook.test}
 * @param state one of {@link #STATES}
 * @param nextAttempt while it is pending
 */
public record Delivery(
        String id,
        String channelId,
        @Nullable String storyId,
        @Nullable Long version,
        String type,
        String state,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable String lastOutcome,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How a delivery may stand. */
    public static final List<String> STATES =
            List.of("pending", "delivered", "unchanged", "superseded", "filtered", "conflict", "failed");
}
