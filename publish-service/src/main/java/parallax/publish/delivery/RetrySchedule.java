package parallax.publish.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When to try again.
 *
 * @param waits before the first attempt, the second …
 * @param jitter share of each wait that chance adds
 */
record RetrySchedule(List<Duration> waits, double jitter) {

    /** Before the first attempt. */
    Duration first() {
        return waits.get(0);
    }

    /**
     * After {@code attempts} have failed; empty if that was the last.
     *
     * @param chance 0 to 1
     */
    Optional<Duration> after(int attempts, double chance) {
        if (attempts >= waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(attempts);
        return Optional.of(wait.plusMillis(Math.round(wait.toMillis() * jitter * chance)));
    }
}
