package parallax.ingest.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What became of visits, and how sources fare. */
@Component
class VisitMetrics {

    private static final String[] OUTCOMES = {
        "news", "nothing-new", "unchanged", "failed", "busy", "found", "gone", "not-recorded"
    };

    private final MeterRegistry meters;
    private final Timer visits;

    VisitMetrics(MeterRegistry meters, SourceHealth health, Clock clock) {
        this.meters = meters;
        this.visits = Timer.builder("parallax.visit")
                .description("Visits to sources, from the first request to the last document recorded")
                .register(meters);
        for (String outcome : OUTCOMES) {
            meters.counter("parallax.visits", "outcome", outcome);
        }
        meters.gauge("parallax.sources.failing", health, SourceHealth::failing);
        meters.gauge("parallax.sources.untold", health, SourceHealth::untold);
        meters.gauge("parallax.sources.cut", health, SourceHealth::cut);
        meters.gauge("parallax.items.waiting", health, SourceHealth::waiting);
        meters.gauge("parallax.sources.overdue", health, found -> found.overdue(clock.instant()));
    }

    void count(String outcome) {
        meters.counter("parallax.visits", "outcome", outcome).increment();
    }

    <T> T timed(Supplier<T> visit) {
        return Objects.requireNonNull(visits.record(visit));
    }
}
