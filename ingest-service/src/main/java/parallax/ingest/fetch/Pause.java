package parallax.ingest.fetch;

import java.time.Duration;

/** Waits; a test's clock may do so in no time. */
@FunctionalInterface
public interface Pause {

    /** Returns after {@code time}. */
    void take(Duration time) throws InterruptedException;
}
