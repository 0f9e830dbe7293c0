package parallax.publish.projection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Measures from acceptance at ingest until the feeds show it. */
@Component
class FeedLatency {

    private final Timer timer;
    private final Clock clock;

    FeedLatency(MeterRegistry meters, Clock clock) {
        this.timer = meters.timer("parallax.latency", "output", "feed");
        this.clock = clock;
    }

    /** Counts once the transaction has committed: before, nobody sees it. */
    void shown(Instant receivedAt) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                timer.record(Duration.between(receivedAt, clock.instant()));
            }
        });
    }
}
