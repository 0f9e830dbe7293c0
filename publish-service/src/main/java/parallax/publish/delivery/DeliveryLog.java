package parallax.publish.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.publish.PublishSettings;

/** What became of the deliveries. */
@Repository
public class DeliveryLog {

    private final JdbcClient jdbc;
    private final int limit;

    DeliveryLog(JdbcClient jdbc, PublishSettings settings) {
        this.jdbc = jdbc;
        this.limit = settings.delivery().logLimit();
    }

    /** To a channel, newest first. */
    public List<Delivery> ofChannel(String channelId) {
        return jdbc.sql("select * from delivery where channel_id = :id order by created_at desc, id limit :limit")
                .param("id", channelId)
                .param("limit", limit)
                .query(DeliveryLog::delivery)
                .list();
    }

    /** Of a story, newest first. */
    public List<Delivery> ofStory(String storyId) {
        return jdbc.sql("select * from delivery where story_id = :id order by created_at desc, id limit :limit")
                .param("id", storyId)
                .param("limit", limit)
                .query(DeliveryLog::delivery)
                .list();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("channel_id"),
                row.getString("story_id"),
                row.getLong("version"),
                EventType.valueOf(row.getString("event_type")).toString(),
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
}
