package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/**
 * What to deliver again, for each story the latest of the deliveries that are meant.
 *
 * @param from when the first of them was queued; null: from the beginning of the log
 * @param to before when; null: now
 * @param failedOnly those that failed, and that nothing later of their story made good, with those that failed so far and wait for
 *     their next attempt; null: if no time is named
 */
public record Replay(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Boolean failedOnly) {

    /** All that failed. */
    public static final Replay FAILED = new Replay(null, null, true);

    /**
     * Of a request.
     *
     * @throws PublishException.BadInput if no delivery can be meant
     */
    public Replay {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new PublishException.BadInput("bad-time", "Bad time", "\"from\" must be before \"to\".", null);
        }
    }

    boolean onlyFailed() {
        return failedOnly == null ? from == null && to == null : failedOnly;
    }
}
