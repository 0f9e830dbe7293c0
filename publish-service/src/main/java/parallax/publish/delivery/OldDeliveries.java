package parallax.publish.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.publish.PublishSettings;

/**
 * Forgets old deliveries, on one instance at a time. What a channel was last told of a story stays, for a takedown says what of it is
 * out; so does what failed, as long as it can be replayed.
 */
@Configuration(proxyBeanMethods = false)
class OldDeliveries {

    /** So many at a time, lest those under way wait for it. */
    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PublishSettings.Delivery settings;
    private final Counter pruned;

    OldDeliveries(JdbcClient jdbc, Clock clock, PublishSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings.delivery();
        this.pruned = meters.counter("parallax.deliveries.pruned");
    }

    @Bean
    RecurringTask<Void> pruneDeliveries() {
        return Tasks.recurring("prune-deliveries", FixedDelay.of(settings.pruneEvery()))
                .execute((instance, context) -> prune());
    }

    private void prune() {
        int gone;
        do {
            gone = jdbc.sql("""
                            delete from delivery where id in (
                                select d.id from delivery d
                                where d.finished_at < :old
                                  and (d.state in ('superseded', 'unchanged', 'filtered')
                                       or exists (select 1 from delivery later
                                                  where later.channel_id = d.channel_id and later.story_id = d.story_id
                                                    and later.version > d.version and later.state in ('delivered', 'conflict'))
                                       or d.state = 'failed' and d.finished_at < :failedOld
                                          and d.event_type not in ('REMOVED', 'MERGED'))
                                limit :most)
                            """)
                    .param("old", before(settings.kept()))
                    .param("failedOld", before(settings.failedKept()))
                    .param("most", AT_ONCE)
                    .update();
            pruned.increment(gone);
        } while (gone == AT_ONCE);
        pruned.increment(jdbc.sql("delete from test_call where finished_at < :old")
                .param("old", before(settings.kept()))
                .update());
    }

    private OffsetDateTime before(Duration age) {
        Instant time = clock.instant().minus(age);
        return time.atOffset(ZoneOffset.UTC);
    }
}
