package parallax.publish.feed;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hub's tasks; they lie in the database, so that they survive restarts and are shared by instances. */
@Configuration(proxyBeanMethods = false)
class HubTasks {

    static final String VERIFY = "hub-verify";
    static final String PUSH = "hub-push";

    /** After an outage of our own database. */
    private static final Duration AFTER_OUTAGE = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> hubVerify(HubWorker worker) {
        return Tasks.oneTime(VERIFY)
                .execute((instance, context) -> worker.verify(
                        instance.getId().substring(0, instance.getId().indexOf('@'))));
    }

    @Bean
    CustomTask<Void> hubPush(HubWorker worker, ObjectProvider<Hub> hub) {
        return Tasks.custom(PUSH, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_OUTAGE)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Instant> again = worker.push(instance.getId());
                    return again.<CompletionHandler<Void>>map(
                                    time -> (complete, operations) -> operations.reschedule(complete, time))
                            .orElse((complete, operations) -> {
                                operations.remove();
                                hub.getObject().again(instance.getId());
                            });
                });
    }
}
