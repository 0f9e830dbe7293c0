package parallax.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import parallax.egress.BadAddressException;
import parallax.egress.Egress;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import parallax.ingest.IngestSettings;
import parallax.ingest.source.Source;
import parallax.ingest.source.Sources;

/** Has hubs tell us of news. What they send is only a sign that there is some: the feed itself is asked for it. */
@Component
public class Subscriptions {

    private static final String HUB_DENIES = "hub-denies";
    private static final Duration MOMENT = Duration.ofSeconds(10);
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);

    private final SubscriptionTable table;
    private final Sources sources;
    private final Egress egress;
    private final Clock clock;
    private final MeterRegistry meters;
    private final IngestSettings.WebSub settings;
    private final SecureRandom random = new SecureRandom();

    Subscriptions(
            SubscriptionTable table,
            Sources sources,
            Egress egress,
            Clock clock,
            MeterRegistry meters,
            IngestSettings settings) {
        this.table = table;
        this.sources = sources;
        this.egress = egress;
        this.clock = clock;
        this.meters = meters;
        this.settings = settings.websub();
        for (String outcome : new String[] {"asked", "live", "denied", "news", "forged"}) {
            meters.counter("parallax.websub", "outcome", outcome);
        }
        meters.gauge("parallax.websub.live", this, Subscriptions::live);
    }

    /** Asks the hub that a feed names, unless it has been asked; or, if none is named, the one that we have, where it is time. */
    public void consider(Source source, @Nullable String hub, @Nullable String self) {
        if (settings.baseUrl() == null) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Subscription> known = table.ofSource(source.name());
        String wantedHub = hub == null ? known.map(Subscription::hub).orElse(null) : hub;
        String topic = self == null ? known.map(Subscription::topic).orElse(source.address()) : self;
        if (wantedHub == null || topic == null) {
            return;
        }
        boolean same = known.isPresent()
                && known.get().hub().equals(wantedHub)
                && known.get().topic().equals(topic);
        if (same && !due(known.get(), now)) {
            return;
        }
        Subscription wanted = same
                ? renewed(known.get(), now)
                : new Subscription(
                        source.name(), secret(), wantedHub, topic, secret(), Subscription.State.ASKED, now, null, null);
        table.put(wanted); // first, for the hub may ask back before it answers
        ask(wanted);
    }

    /** How long to leave a feed alone whose hub tells of news: as long as the lease allows. */
    public Duration slowed(Source source, Duration pause) {
        Instant now = clock.instant();
        return table.ofSource(source.name())
                .filter(one -> one.live(now))
                .map(one -> {
                    Duration untilRenewal = Duration.between(now, one.liveUntil())
                            .multipliedBy(3)
                            .dividedBy(4);
                    Duration slow = longer(pause, settings.pause());
                    return untilRenewal.compareTo(slow) < 0 ? longer(untilRenewal, Duration.ofMinutes(1)) : slow;
                })
                .orElse(pause);
    }

    /** Whether the hub told of news after {@code time}. */
    public boolean toldSince(Source source, Instant time) {
        return table.ofSource(source.name())
                .map(Subscription::toldAt)
                .filter(told -> told.isAfter(time))
                .isPresent();
    }

    /** Whether we did ask for that: then it is live from now on. */
    boolean confirm(String id, @Nullable String topic, @Nullable Duration lease) {
        Optional<Subscription> known = table.find(id)
                .filter(one -> one.topic().equals(topic))
                .filter(one -> one.state() != Subscription.State.DENIED);
        known.ifPresent(one -> {
            Duration granted = lease == null ? settings.lease() : lease;
            granted = granted.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : longer(granted, SHORTEST_LEASE);
            table.live(id, clock.instant().plus(granted));
            sources.settle(one.source(), HUB_DENIES);
            count("live");
        });
        return known.isPresent();
    }

    void denied(String id, @Nullable String reason) {
        table.find(id).ifPresent(one -> deny(one, "The hub " + one.hub() + " denies the subscription: " + reason));
    }

    /** A hub tells of news; false if we know nothing of such a subscription. */
    boolean news(String id, @Nullable String signature, byte[] body) {
        Optional<Subscription> known = table.find(id);
        known.ifPresent(one -> {
            if (!Signature.fits(signature, body, one.secret())) {
                count("forged"); // WebSub wants no word of it
            } else if (table.told(id, clock.instant(), clock.instant().minus(MOMENT))) {
                count("news");
                sources.visitNow(one.source());
            }
        });
        return known.isPresent();
    }

    private void ask(Subscription wanted) {
        String form = "hub.mode=subscribe&hub.topic=" + encode(wanted.topic()) + "&hub.callback="
                + encode(settings.baseUrl() + "/v1/websub/" + wanted.id()) + "&hub.secret=" + wanted.secret()
                + "&hub.lease_seconds=" + settings.lease().toSeconds();
        try {
            URI hub = egress.check("hub", wanted.hub());
            Reply reply = egress.send(
                    new Outgoing(
                            "POST",
                            hub,
                            Map.of("Content-Type", "application/x-www-form-urlencoded"),
                            form.getBytes(UTF_8)),
                    settings.timeout(),
                    1000);
            if (reply.ok()) {
                count("asked");
            } else {
                deny(wanted, "The hub " + wanted.hub() + " answers " + reply.status() + " to our subscription.");
            }
        } catch (BadAddressException | NoReplyException e) {
            deny(wanted, "The hub " + wanted.hub() + " cannot be asked: " + e.getMessage());
        }
    }

    private void deny(Subscription one, String why) {
        table.denied(one.id());
        count("denied");
        sources.warnOnce(one.source(), HUB_DENIES, why, 1, clock.instant());
    }

    private boolean due(Subscription known, Instant now) {
        return switch (known.state()) {
            case LIVE ->
                known.liveUntil() == null
                        || known.liveUntil().isBefore(now.plus(settings.lease().dividedBy(4)));
            case ASKED -> known.askedAt().plus(Duration.ofHours(1)).isBefore(now);
            case DENIED -> known.askedAt().plus(Duration.ofDays(1)).isBefore(now);
        };
    }

    /** What is live stays so while the hub is asked again. */
    private static Subscription renewed(Subscription known, Instant now) {
        Subscription.State state = known.live(now) ? Subscription.State.LIVE : Subscription.State.ASKED;
        return new Subscription(
                known.source(),
                known.id(),
                known.hub(),
                known.topic(),
                known.secret(),
                state,
                now,
                known.liveUntil(),
                known.toldAt());
    }

    private double live() {
        try {
            return table.live(clock.instant());
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void count(String outcome) {
        meters.counter("parallax.websub", "outcome", outcome).increment();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
