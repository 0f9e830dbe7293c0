package parallax.publish.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler's task: its instance id begins with the delivery's id, its time is the next attempt's. */
@Configuration(proxyBeanMethods = false)
class DeliveryTask {

    static final String NAME = "delivery";

    /** After an outage of our own database; no attempt was made. */
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(5);

    /** An instance beside the first. */
    static String another(String delivery) {
        return delivery + "#" + UUID.randomUUID();
    }

    private static String delivery(String instance) {
        int end = instance.indexOf('#');
        return end < 0 ? instance : instance.substring(0, end);
    }

    @Bean
    CustomTask<Void> delivery(DeliveryWorker worker) {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_OUTAGE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> again = worker.work(delivery(instance.getId()));
                    return again.<CompletionHandler<Void>>map(
                                    time -> (complete, operations) -> operations.reschedule(complete, time))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }
}
