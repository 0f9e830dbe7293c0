package parallax.ingest.websub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code websub}. */
@Repository
class SubscriptionTable {

    private final JdbcClient jdbc;

    SubscriptionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Subscription> ofSource(String source) {
        return jdbc.sql("select * from websub where source = ?")
                .param(source)
                .query(SubscriptionTable::subscription)
                .optional();
    }

    Optional<Subscription> find(String id) {
        return jdbc.sql("select * from websub where id = ?")
                .param(id)
                .query(SubscriptionTable::subscription)
                .optional();
    }

    void put(Subscription one) {
        jdbc.sql("""
                insert into websub (source, id, hub, topic, secret, state, asked_at, live_until)
                select name, :id, :hub, :topic, :secret, :state, :askedAt, :liveUntil from source where name = :source
                on conflict (source) do update set id = excluded.id, hub = excluded.hub, topic = excluded.topic,
                    secret = excluded.secret, state = excluded.state, asked_at = excluded.asked_at,
                    live_until = excluded.live_until
                """)
                .param("source", one.source())
                .param("id", one.id())
                .param("hub", one.hub())
                .param("topic", one.topic())
                .param("secret", one.secret())
                .param("state", one.state().name().toLowerCase(Locale.ROOT))
                .param("askedAt", time(one.askedAt()))
                .param("liveUntil", time(one.liveUntil()))
                .update();
    }

    void live(String id, Instant until) {
        jdbc.sql("update websub set state = 'live', live_until = ? where id = ?")
                .param(time(until))
                .param(id)
                .update();
    }

    void denied(String id) {
        jdbc.sql("update websub set state = 'denied', live_until = null where id = ?")
                .param(id)
                .update();
    }

    /** Notes that there is news; false if that was noted a moment ago. */
    boolean told(String id, Instant now, Instant moment) {
        return jdbc.sql("update websub set told_at = ? where id = ? and (told_at is null or told_at < ?)")
                        .param(time(now))
                        .param(id)
                        .param(time(moment))
                        .update()
                == 1;
    }

    long live(Instant now) {
        return jdbc.sql("select count(*) from websub where state = 'live' and live_until > ?")
                .param(time(now))
                .query(Long.class)
                .single();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getString("source"),
                row.getString("id"),
                row.getString("hub"),
                row.getString("topic"),
                row.getString("secret"),
                Subscription.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                maybe(row, "live_until"),
                maybe(row, "told_at"));
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
