package parallax.ingest.poll;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceKind;
import parallax.ingest.source.VisitPlan;

/** Keeps the time of each source's next visit in the database. */
@Component
class ScheduledVisits implements VisitPlan {

    private final ObjectProvider<SchedulerClient> scheduler;

    ScheduledVisits(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void visit(Source source, Instant time) {
        if (!source.active() || source.kind() == SourceKind.PUSH) {
            forget(source);
            return;
        }
        TaskInstance<Void> task = new TaskInstance<>(VisitTask.NAME, source.name());
        try {
            if (!scheduler.getObject().scheduleIfNotExists(task, time)) {
                scheduler.getObject().reschedule(task, time);
            }
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            return; // it is being visited just now, and will be again
        }
    }

    /** Each change has a telling of its own: one that is under way may have begun before it. */
    @Override
    public void retell(Source source, Instant time) {
        scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(RetellTask.NAME, RetellTask.instance(source)), time);
    }

    @Override
    public void forget(Source source) {
        try {
            scheduler.getObject().cancel(TaskInstanceId.of(VisitTask.NAME, source.name()));
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            return; // there is none, or it ends by itself when it finds the source gone
        }
    }
}
