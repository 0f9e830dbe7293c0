package parallax.ingest.poll;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parallax.ingest.folder.FolderVisitor;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceKind;
import parallax.ingest.source.Sources;

/** The scheduler's task: its instance id is the source's name, its time the next visit's; one of our instances owns it at a time. */
@Configuration(proxyBeanMethods = false)
class VisitTask {

    static final String NAME = "visit";

    /** After a fault of ours, or of our own database. */
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);

    @Bean
    CustomTask<Void> visit(Sources sources, FeedVisitor feeds, FolderVisitor folders, VisitMetrics metrics) {
        return Tasks.custom(NAME, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAULT)))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Optional<Source> source = sources.find(instance.getId())
                            .filter(Source::active)
                            .filter(found -> found.kind() != SourceKind.PUSH);
                    Optional<Instant> next = source.flatMap(found -> found.kind() == SourceKind.FEED
                            ? feeds.visit(found)
                            : Optional.of(look(folders, metrics, found)));
                    return next.<CompletionHandler<Void>>map(
                                    time -> (complete, operations) -> operations.reschedule(complete, time))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private static Instant look(FolderVisitor folders, VisitMetrics metrics, Source source) {
        FolderVisitor.Look look = metrics.timed(() -> folders.visit(source));
        metrics.count(look.outcome());
        return look.next();
    }
}
