package parallax.publish.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Cursor;
import parallax.publish.problem.PublishException;

/** Deliveries that a person wants to be made again. */
@Component
public class Replays {

    private final JdbcClient jdbc;
    private final Scheduler scheduler;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int replayPage;

    Replays(
            JdbcClient jdbc,
            Scheduler scheduler,
            TransactionOperations transactions,
            Clock clock,
            PublishSettings settings) {
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.clock = clock;
        this.replayPage = settings.delivery().replayPage();
    }

    /**
     * Delivers again: what the story is now, under the delivery's id. What waits for its next attempt is tried at once.
     *
     * @throws PublishException.NotFound if there is no such delivery
     * @throws PublishException.Conflict if it was not tried yet
     */
    public void again(String deliveryId) {
        boolean first = jdbc.sql("select state = 'pending' and attempts = 0 from delivery where id = :id")
                .param("id", deliveryId)
                .query(Boolean.class)
                .optional()
                .orElseThrow(
                        () -> new PublishException.NotFound(
                                "delivery",
                                deliveryId,
                                "deliveries are repeated, test calls are made anew, and what is older than the log goes back is forgotten."));
        if (first) {
            throw new PublishException.Conflict(
                    "delivery-pending",
                    "Delivery under way",
                    "The delivery's first attempt has not ended yet; its log says when it does.");
        }
        made(List.of(deliveryId));
    }

    /**
     * Delivers again all that is meant, however many, some at a time.
     *
     * @return how many
     */
    public int again(String channelId, Replay wish) {
        Instant to = wish.to() == null ? clock.instant().plusSeconds(1) : wish.to();
        Cursor after = new Cursor(wish.from() == null ? Instant.EPOCH : wish.from(), "");
        int queued = 0;
        List<Cursor> page;
        do {
            page = meant(channelId, after, to, wish.onlyFailed());
            List<String> ids = page.stream().map(Cursor::id).toList();
            if (!ids.isEmpty()) {
                queued += made(ids);
                after = page.get(page.size() - 1);
            }
        } while (page.size() == replayPage);
        return queued;
    }

    private List<Cursor> meant(String channelId, Cursor after, Instant to, boolean failedOnly) {
        return jdbc.sql("""
                        select id, created_at from (
                            select distinct on (story_id) id, state, attempts, created_at from delivery
                            where channel_id = :channel and state not in ('superseded', 'unchanged')
                            order by story_id, version desc) latest
                        where (state <> 'pending' or attempts > 0) and (state in ('failed', 'pending') or not :failedOnly)
                          and (created_at, id) > (:from, :after) and created_at < :to
                        order by created_at, id limit :limit
                        """)
                .param("channel", channelId)
                .param("failedOnly", failedOnly)
                .param("from", after.time().atOffset(ZoneOffset.UTC))
                .param("after", after.id())
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", replayPage)
                .query((row, n) -> new Cursor(row.getTimestamp(2).toInstant(), row.getString(1)))
                .list();
    }

    /** How many of them are made again: those that have ended or failed before. */
    private int made(List<String> ids) {
        int made = Objects.requireNonNull(transactions.execute(status -> pendingAgain(ids)));
        scheduler.triggerCheckForDueExecutions(); // it sees nothing before the commit
        return made;
    }

    private int pendingAgain(List<String> ids) {
        record Before(String id, boolean waits) {}
        List<Before> before = jdbc.sql("""
                        select id, state = 'pending' from delivery
                        where id in (:ids) and (state <> 'pending' or attempts > 0) order by id for update
                        """)
                .param("ids", ids)
                .query((row, n) -> new Before(row.getString(1), row.getBoolean(2)))
                .list();
        if (before.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        update delivery set state = 'pending', attempts = 0, next_attempt = :now, finished_at = null,
                                            replay = true, received_at = null, seen_at = null
                        where id in (:ids)
                        """)
                .param("ids", before.stream().map(Before::id).toList())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        before.forEach(delivery -> scheduleAgain(delivery.id(), delivery.waits(), now));
        return before.size();
    }

    private void scheduleAgain(String delivery, boolean waits, Instant now) {
        try { // who waits has a task, and who was superseded may
            scheduler.schedule(
                    new TaskInstance<>(DeliveryTask.NAME, delivery),
                    now,
                    SchedulerClient.ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            if (!waits) { // its last attempt has ended, but not its task; else it is being tried this moment
                scheduler.schedule(new TaskInstance<>(DeliveryTask.NAME, DeliveryTask.another(delivery)), now);
            }
        }
    }
}
