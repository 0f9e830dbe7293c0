package parallax.publish.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.DatabaseLock;
import parallax.publish.register.AddresseeChanged;
import parallax.publish.story.Sha256;

/** Who is told when a feed changes. */
@Repository
class HubSubscriptions {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final PublishSettings.Hub settings;

    HubSubscriptions(
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events,
            PublishSettings settings,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.settings = settings.hub();
        meters.gauge("parallax.hub.subscriptions", this, HubSubscriptions::count);
    }

    /** Notes what a subscriber asks for until he has confirmed it; empty if there is no room for another subscription. */
    @Transactional
    Optional<String> ask(HubRequest request, FeedKind kind) {
        DatabaseLock.HUB.take(jdbc);
        jdbc.sql("delete from hub_subscription where active and lease_until < :now and asked is null returning id")
                .param("now", now())
                .query(String.class)
                .list()
                .forEach(this::tell);
        String id = id(request.topic(), request.callback().toString());
        String host = host(request.callback());
        if (byId(id).isEmpty()
                && (count("true", host) >= settings.subscriptions()
                        || count("callback_host = :host", host) >= settings.subscriptionsPerHost())) {
            return Optional.empty();
        }
        jdbc.sql("""
                        insert into hub_subscription (id, topic, callback, callback_host, feed, asked, asked_secret, asked_lease, asked_at)
                        values (:id, :topic, :callback, :host, :feed, :asked, :secret, make_interval(secs => :lease), :now)
                        on conflict (id) do update set asked = excluded.asked, asked_secret = excluded.asked_secret,
                                                       asked_lease = excluded.asked_lease, asked_at = excluded.asked_at
                        """)
                .param("id", id)
                .param("topic", request.topic())
                .param("callback", request.callback().toString())
                .param("host", host)
                .param("feed", kind.path())
                .param("asked", request.subscribe() ? "subscribe" : "unsubscribe")
                .param("secret", request.secret())
                .param("lease", granted(request.lease()).toSeconds())
                .param("now", now())
                .update();
        return Optional.of(id);
    }

    Optional<Subscription> byId(String id) {
        return jdbc.sql("""
                        select id, topic, callback, secret, active, lease_until, asked,
                               extract(epoch from asked_lease)::bigint, due_at, delivered_tag, failures
                        from hub_subscription where id = :id
                        """).param("id", id).query(Subscription::of).optional();
    }

    /** The subscriber has confirmed what he asked for. */
    @Transactional
    void confirmed(Subscription subscription) {
        if ("unsubscribe".equals(subscription.asked())) {
            delete(subscription.id());
            return;
        }
        int changed =
                jdbc.sql("""
                        update hub_subscription set active = true, secret = asked_secret, lease_until = :now + asked_lease,
                                                    asked = null, asked_secret = null, failures = 0, last_outcome = 'confirmed'
                        where id = :id and asked = 'subscribe'
                        """).param("id", subscription.id()).param("now", now()).update();
        if (changed > 0) {
            tell(subscription.id());
        }
    }

    /** He has not: all stays as it was. */
    @Transactional
    void denied(String id, String why) {
        jdbc.sql("delete from hub_subscription where id = :id and not active")
                .param("id", id)
                .update();
        jdbc.sql("update hub_subscription set asked = null, asked_secret = null, last_outcome = :why where id = :id")
                .param("id", id)
                .param("why", why)
                .update();
    }

    /** Marks those that are to be told of a change; their ids. */
    List<String> due(Collection<String> feeds) {
        return jdbc.sql("""
                        update hub_subscription set due_at = coalesce(due_at, :now)
                        where feed in (:feeds) and active and lease_until > :now returning id
                        """)
                .param("feeds", feeds)
                .param("now", now())
                .query(String.class)
                .list();
    }

    /** What waits is about to be read: what changes from now on waits anew. */
    void taken(String id) {
        jdbc.sql("update hub_subscription set due_at = null where id = :id")
                .param("id", id)
                .update();
    }

    void pushed(String id, String tag, String outcome) {
        jdbc.sql(
                        "update hub_subscription set delivered_tag = :tag, failures = 0, last_outcome = :outcome where id = :id")
                .param("id", id)
                .param("tag", tag)
                .param("outcome", outcome)
                .update();
    }

    void failed(String id, int failures, String outcome) {
        jdbc.sql("update hub_subscription set failures = :failures, last_outcome = :outcome where id = :id")
                .param("id", id)
                .param("failures", failures)
                .param("outcome", outcome)
                .update();
    }

    @Transactional
    void delete(String id) {
        jdbc.sql("delete from hub_subscription where id = :id").param("id", id).update();
        tell(id);
    }

    private void tell(String id) {
        events.publishEvent(new AddresseeChanged(Subscribers.PREFIX + id));
    }

    static String host(URI callback) {
        return Objects.requireNonNullElse(callback.getHost(), "").toLowerCase(Locale.ROOT);
    }

    private Duration granted(@Nullable Duration asked) {
        Duration lease = asked == null ? settings.lease() : asked;
        if (lease.compareTo(settings.leaseLeast()) < 0) {
            return settings.leaseLeast();
        }
        return lease.compareTo(settings.leaseMost()) > 0 ? settings.leaseMost() : lease;
    }

    private long count(String condition, String host) {
        return jdbc.sql("select count(*) from hub_subscription where " + condition
                        + " and cast(:host as text) is not null")
                .param("host", host)
                .query(Long.class)
                .single();
    }

    private double count() {
        return jdbc.sql("select count(*) from hub_subscription where active and lease_until > :now")
                .param("now", now())
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String id(String topic, String callback) {
        return Sha256.hex(topic + "\n" + callback);
    }
}
