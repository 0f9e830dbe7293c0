package parallax.publish.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts deliveries by outcome, all outcomes from zero, so that an alert sees the first failure. */
@Component
class DeliveryMetrics {

    private static final List<String> FAMILIES = List.of("webhook", "cms");
    private static final List<String> OUTCOMES =
            List.of("delivered", "retry", "failed", "conflict", "superseded", "unchanged", "filtered");

    private final MeterRegistry meters;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        for (String family : FAMILIES) {
            OUTCOMES.forEach(outcome -> counted(family, outcome, 0));
            meters.timer("parallax.latency", "output", family);
        }
        meters.gauge("parallax.deliveries.pending", jdbc, DeliveryMetrics::pending);
        meters.gauge("parallax.channels.disabled", jdbc, DeliveryMetrics::disabled);
    }

    final void counted(String family, String outcome, int count) {
        meters.counter("parallax.deliveries", "channel", family, "outcome", outcome)
                .increment(count);
    }

    void arrived(String family, @Nullable Instant receivedAt) {
        if (receivedAt != null) {
            meters.timer("parallax.latency", "output", family).record(Duration.between(receivedAt, clock.instant()));
        }
    }

    private static double disabled(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from channel where not active")
                .query(Long.class)
                .single();
    }

    private static double pending(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from delivery where state = 'pending'")
                .query(Long.class)
                .single();
    }
}
