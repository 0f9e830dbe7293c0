package parallax.ingest.poll;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parallax.ingest.emit.Retelling;
import parallax.ingest.source.Source;
import parallax.ingest.source.Sources;

/** Tells again what a source has delivered, once after each change of what it says of all it sends. */
@Configuration(proxyBeanMethods = false)
class RetellTask {

    static final String NAME = "retell";

    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);

    /** Names of sources have no {@code @}. */
    static String instance(Source source) {
        return source.name() + "@" + source.updatedAt();
    }

    @Bean
    OneTimeTask<Void> retell(Sources sources, Retelling retelling, Clock clock) {
        return Tasks.oneTime(NAME, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_FAULT))
                .execute((instance, context) -> {
                    String name = instance.getId().substring(0, instance.getId().indexOf('@'));
                    sources.find(name).ifPresent(source -> {
                        // How each was fetched stands with it already.
                        int told = retelling.tell(source.origin("retold", clock.instant(), null));
                        if (told > 0) {
                            sources.warnOnce(
                                    name,
                                    "told-again",
                                    "What it says of all it sends was changed: it counts for what had come before, too.",
                                    told,
                                    clock.instant());
                        }
                    });
                });
    }
}
