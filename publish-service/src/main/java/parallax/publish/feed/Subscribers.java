package parallax.publish.feed;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.register.Addressees;

/** Subscriptions to our feeds that their subscribers have confirmed, as they are kept until their leases end. */
@Repository
class Subscribers implements Addressees {

    /** Of their ids among all that are delivered to; no channel's id holds a colon. */
    static final String PREFIX = "websub:";

    private static final String LASTING = """
            select id, topic, callback, feed, secret, lease_until from hub_subscription
            where active and lease_until > :now""";

    private final JdbcClient jdbc;
    private final ReadModelJson json;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, ReadModelJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean has(String id) {
        return id.startsWith(PREFIX);
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        jdbc.sql(LASTING + " order by id")
                .param("now", now())
                .query(Subscribers::subscriber)
                .list()
                .forEach(one -> all.put(PREFIX + one.id(), json.write(one)));
        return all;
    }

    @Override
    public Optional<String> byId(String id) {
        return jdbc.sql(LASTING + " and id = :id")
                .param("now", now())
                .param("id", id.substring(PREFIX.length()))
                .query(Subscribers::subscriber)
                .optional()
                .map(json::write);
    }

    /** What was pushed before is not known any more: the next change of the feed is pushed, whatever the subscriber has. */
    @Override
    public void restore(String text) {
        Subscriber one = json.read(text, Subscriber.class);
        jdbc.sql("""
                        insert into hub_subscription
                            (id, topic, callback, callback_host, feed, secret, active, lease_until, asked_at, last_outcome)
                        values (:id, :topic, :callback, :host, :feed, :secret, true, :lease, :now, 'restored')
                        on conflict do nothing
                        """)
                .param("id", one.id())
                .param("topic", one.topic())
                .param("callback", one.callback())
                .param("host", HubSubscriptions.host(URI.create(one.callback())))
                .param("feed", one.feed())
                .param("secret", one.secret())
                .param("lease", one.leaseUntil().atOffset(ZoneOffset.UTC))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Subscriber subscriber(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant());
    }

    record Subscriber(
            String id,
            String topic,
            String callback,
            String feed,
            @Nullable String secret,
            Instant leaseUntil) {

        @Override
        public String toString() {
            return "Subscriber[" + id + "]"; // it may hold a secret
        }
    }
}
