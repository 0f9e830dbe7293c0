package parallax.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.TooBusy;

/** So many pushes are worked on at a time: each holds its document in memory, and threads there are without end. */
@Component
class Places {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Semaphore places;
    private final Counter refused;

    Places(IngestSettings settings, MeterRegistry meters) {
        this.places = new Semaphore(settings.maxConcurrentPushes());
        this.refused = meters.counter("parallax.pushes.refused", "reason", "places");
    }

    /**
     * Takes a place, which {@link #leave} gives back.
     *
     * @throws TooBusy if there is none
     */
    void take() {
        if (!places.tryAcquire()) {
            refused.increment();
            throw new TooBusy("too many pushes are under way (parallax.ingest.max-concurrent-pushes)", RETRY_AFTER);
        }
    }

    void leave() {
        places.release();
    }
}
