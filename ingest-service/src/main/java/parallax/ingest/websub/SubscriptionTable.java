package parallax.ingest.websub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.Timestamps;

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
                for key share
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
                .param("askedAt", Timestamps.of(one.askedAt()))
                .param("liveUntil", Timestamps.of(one.liveUntil()))
                .update();
    }

    void live(String id, Instant until) {
        jdbc.sql("update websub set state = 'live', live_until = ? where id = ?")
                .param(Timestamps.of(until))
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
                        .param(Timestamps.of(now))
                        .param(id)
                        .param(Timestamps.of(moment))
                        .update()
                == 1;
    }

    long live(Instant now) {
        return jdbc.sql("select count(*) from websub where state = 'live' and live_until > ?")
                .param(Timestamps.of(now))
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
                Timestamps.instant(row, "asked_at"),
                Timestamps.maybe(row, "live_until"),
                Timestamps.maybe(row, "told_at"));
    }
}
