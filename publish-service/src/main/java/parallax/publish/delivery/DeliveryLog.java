package parallax.publish.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Cursor;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.problem.PublishException;

/** What became of the deliveries. */
@Repository
public class DeliveryLog {

    private final JdbcClient jdbc;
    private final int usual;

    DeliveryLog(JdbcClient jdbc, PublishSettings settings) {
        this.jdbc = jdbc;
        this.usual = settings.delivery().logLimit();
    }

    /**
     * A page of those to a channel, test calls among them, newest first.
     *
     * @param state only those in it, if it is not null
     * @param cursor of the page, from the page before; null for the first
     * @param limit deliveries on it; null: {@code parallax.publish.delivery.log-limit}
     * @throws PublishException.BadInput if there can be no such page
     */
    public Page<Delivery> ofChannel(
            String channelId, @Nullable String state, @Nullable String cursor, @Nullable Integer limit) {
        if (state != null && !Delivery.STATES.contains(state)) {
            throw new PublishException.BadInput(
                    "bad-state",
                    "Bad state",
                    "\"state\" must be one of " + String.join(", ", Delivery.STATES) + ".",
                    null);
        }
        PageRequest page = PageRequest.of(cursor, limit, usual);
        List<Delivery> found = jdbc.sql("""
                        select * from delivery_log
                        where channel_id = :id and (created_at, id) < (:time, :after)
                          and (cast(:state as text) is null or state = :state)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("id", channelId)
                .param("time", page.after().time().atOffset(ZoneOffset.UTC))
                .param("after", page.after().id())
                .param("state", state)
                .param("limit", page.toFind())
                .query(DeliveryLog::delivery)
                .list();
        return Page.of(found, page, delivery -> new Cursor(delivery.createdAt(), delivery.id()));
    }

    /** Of a story, newest first. */
    public List<Delivery> ofStory(String storyId) {
        return jdbc.sql("select * from delivery_log where story_id = :id order by created_at desc, id limit :limit")
                .param("id", storyId)
                .param("limit", usual)
                .query(DeliveryLog::delivery)
                .list();
    }

    /**
     * One delivery or test call, with its attempts.
     *
     * @throws PublishException.NotFound if there is none
     */
    Attempts attempts(String id) {
        Delivery delivery = jdbc.sql("select * from delivery_log where id = :id")
                .param("id", id)
                .query(DeliveryLog::delivery)
                .optional()
                .orElseThrow(() -> new PublishException.NotFound(
                        "delivery", id, "what is older than the log goes back is forgotten."));
        return new Attempts(
                delivery,
                jdbc.sql("""
                        select at, millis, outcome from attempt where delivery_id = :id
                        union all
                        select created_at, round(1000 * extract(epoch from finished_at - created_at)), outcome
                        from test_call where id = :id
                        order by at
                        """)
                        .param("id", id)
                        .query((row, n) -> new Attempts.Attempt(
                                row.getTimestamp("at").toInstant(), row.getLong("millis"), row.getString("outcome")))
                        .list());
    }

    /** Notes an attempt, unless the delivery went with its channel meanwhile. */
    void attempted(String id, Attempts.Attempt attempt) {
        jdbc.sql("""
                        insert into attempt (delivery_id, at, millis, outcome)
                        select id, :at, :millis, :outcome from delivery where id = :id for key share
                        """)
                .param("id", id)
                .param("at", attempt.at().atOffset(ZoneOffset.UTC))
                .param("millis", attempt.millis())
                .param("outcome", attempt.outcome())
                .update();
    }

    /** Notes a test call, which a person made and which has ended. */
    public void tested(TestCall call) {
        jdbc.sql("""
                        insert into test_call (id, channel_id, state, outcome, created_at, finished_at)
                        values (:id, :channel, :state, :outcome, :created, :finished)
                        """)
                .param("id", call.id())
                .param("channel", call.channelId())
                .param("state", call.delivered() ? "delivered" : "failed")
                .param("outcome", call.outcome())
                .param("created", call.startedAt().atOffset(ZoneOffset.UTC))
                .param("finished", call.finishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("channel_id"),
                row.getString("story_id"),
                row.getObject("version", Long.class),
                row.getString("type"),
                row.getString("state"),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_attempt")),
                row.getString("last_outcome"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("finished_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** A test call that has ended. */
    public record TestCall(
            String id, String channelId, boolean delivered, String outcome, Instant startedAt, Instant finishedAt) {}
}
