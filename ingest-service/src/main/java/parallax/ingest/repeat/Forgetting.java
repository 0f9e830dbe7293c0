package parallax.ingest.repeat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parallax.ingest.IngestSettings;

/** Forgets old answers, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    @Bean
    RecurringTask<Void> forgetAnswers(AnswerTable table, Clock clock, IngestSettings settings) {
        return Tasks.recurring("forget-answers", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) ->
                        table.forget(clock.instant().minus(settings.repeats().kept())));
    }
}
