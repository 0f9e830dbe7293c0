package parallax.publish.feed;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parallax.publish.issue.FeedsChanged;
import parallax.publish.problem.PublishException;

/** Our WebSub hub, for our own feeds: takes subscriptions and sees to it that changes are pushed. */
@Component
class Hub {

    private final HubSubscriptions subscriptions;
    private final Scheduler scheduler;
    private final Clock clock;

    Hub(HubSubscriptions subscriptions, Scheduler scheduler, Clock clock) {
        this.subscriptions = subscriptions;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Takes a request; the subscriber will be asked whether he meant it. */
    void take(HubRequest request, FeedKind kind) {
        String id = subscriptions
                .ask(request, kind)
                .orElseThrow(
                        () -> new PublishException.Conflict(
                                "hub-full",
                                "Hub full",
                                "This hub takes no more subscriptions, in all or for this host. The feed itself can be polled."));
        // By the time of asking: who asks again while he is being asked is asked again.
        scheduler.scheduleIfNotExists(new TaskInstance<>(HubTasks.VERIFY, id + "@" + clock.millis()), clock.instant());
    }

    @EventListener
    void changed(FeedsChanged change) {
        subscriptions.due(change.feeds()).forEach(this::wake);
    }

    /** Has the subscriber told, unless that is under way: then the task itself looks again when it is done. */
    void wake(String id) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(HubTasks.PUSH, id), clock.instant());
    }

    /** After a push: whether something changed while it was under way. */
    void again(String id) {
        if (subscriptions
                .byId(id)
                .filter(subscription -> subscription.dueAt() != null)
                .isPresent()) {
            wake(id);
        }
    }
}
