package parallax.publish.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.ReadModelJson;

/** Queues deliveries: at most one for each channel, story and version, in the transaction that shows the version. */
@Component
public class DeliveryQueue {

    private final JdbcClient jdbc;
    private final ChannelStore channels;
    private final Scheduler scheduler;
    private final Channels kinds;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final ReadModelJson json;
    private final RetrySchedule schedule;

    DeliveryQueue(
            JdbcClient jdbc,
            ChannelStore channels,
            Scheduler scheduler,
            Channels kinds,
            DeliveryMetrics metrics,
            Clock clock,
            ReadModelJson json,
            PublishSettings settings) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.scheduler = scheduler;
        this.kinds = kinds;
        this.metrics = metrics;
        this.clock = clock;
        this.json = json;
        this.schedule = new RetrySchedule(
                settings.delivery().retries(), settings.delivery().jitter());
    }

    /** Keeps channels from being added until the transaction ends; called before anything else is locked. */
    public void holdChannels() {
        channels.hold();
    }

    /** Tells every channel that has, or is to have, the story; what waits of earlier versions is superseded. */
    public void moved(StoryMoved story) {
        record Target(String id, Instant since, String kind, boolean knows) {}
        List<Target> targets = jdbc.sql("""
                        select c.id, c.created_at, c.kind,
                               exists (select 1 from lane l where l.channel_id = c.id and l.story_id = :story
                                       and (l.delivered_hash is not null or l.holder is not null))
                               or exists (select 1 from delivery d where d.channel_id = c.id and d.story_id = :story
                                          and d.state = 'pending' and (d.attempts > 0 or not :gone)) as knows
                        from channel c where c.active order by c.id
                        """)
                .param("story", story.storyId())
                .param("gone", story.gone())
                .query((row, n) -> new Target(
                        row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getBoolean(4)))
                .list();
        List<String> queued = new ArrayList<>();
        for (Target target : targets) {
            supersede(target.id(), target.kind(), story);
            if (target.knows() || !story.gone()) {
                queued.addAll(queue(target.id(), target.since(), story, target.knows()));
            }
        }
        schedule(queued);
    }

    /** Queues every story that is outside now, for a channel that was just added in the same transaction. */
    public void backfill(String channelId) {
        List<StoryMoved> stories = jdbc.sql(
                        "select id, greatest(shown_version, told_version) from story where outside is not null order by updated_at, id")
                .query((row, n) -> new StoryMoved(row.getString(1), row.getLong(2), false, null, null))
                .list();
        List<String> queued = new ArrayList<>();
        Instant since = channels.byId(channelId).orElseThrow().createdAt();
        stories.forEach(story -> queued.addAll(queue(channelId, since, story, false)));
        schedule(queued);
    }

    private void supersede(String channelId, String kind, StoryMoved story) {
        int superseded = jdbc.sql("""
                        update delivery set state = 'superseded', finished_at = :now, next_attempt = null,
                                            last_outcome = coalesce(last_outcome || '; ', '') || :outcome
                        where channel_id = :channel and story_id = :story and version < :version and state = 'pending'
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", "version " + story.version() + " came first")
                .param("channel", channelId)
                .param("story", story.storyId())
                .param("version", story.version())
                .update();
        if (superseded > 0) {
            afterCommit(() -> metrics.counted(kinds.family(kind), "superseded", superseded));
        }
    }

    private List<String> queue(String channelId, Instant since, StoryMoved story, boolean known) {
        String id = id(channelId, since, story);
        EventType type = story.gone()
                ? story.mergedInto() == null ? EventType.REMOVED : EventType.MERGED
                : known ? EventType.UPDATED : EventType.CREATED;
        Instant now = clock.instant();
        int queued = jdbc.sql("""
                        insert into delivery (id, channel_id, story_id, version, event_type, merged_into, state, next_attempt,
                                              received_at, created_at)
                        values (:id, :channel, :story, :version, :type, :into, 'pending', :next, :received, :now)
                        on conflict (channel_id, story_id, version) do nothing
                        """)
                .param("id", id)
                .param("channel", channelId)
                .param("story", story.storyId())
                .param("version", story.version())
                .param("type", type.name())
                .param("into", story.mergedInto())
                .param("next", now.plus(schedule.first()).atOffset(ZoneOffset.UTC))
                .param(
                        "received",
                        story.receivedAt() == null ? null : story.receivedAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return queued == 0 ? List.of() : List.of(id);
    }

    private void schedule(List<String> deliveries) {
        if (!deliveries.isEmpty()) {
            List<TaskInstance<?>> tasks = deliveries.stream()
                    .<TaskInstance<?>>map(id -> new TaskInstance<>(DeliveryTask.NAME, id))
                    .toList();
            scheduler.scheduleBatch(tasks, clock.instant().plus(schedule.first()));
            // The scheduler looks at once when it is told, but sees nothing before the commit.
            afterCommit(scheduler::triggerCheckForDueExecutions);
        }
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }

    /** The same after the database was lost, so that a receiver can tell a repeat; another once the channel is registered anew. */
    private String id(String channelId, Instant since, StoryMoved story) {
        return "msg_"
                + json.hash(List.of(channelId, since.toString(), story.storyId(), story.version()))
                        .substring(0, 32);
    }
}
