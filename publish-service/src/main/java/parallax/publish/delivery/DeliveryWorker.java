package parallax.publish.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;
import parallax.publish.delivery.Lanes.Cargo;
import parallax.publish.delivery.Lanes.Pending;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;

/** Makes one attempt at one delivery. A channel that hangs holds a few threads, never all: the others go on. */
@Component
class DeliveryWorker {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);

    /** A failure that takes this long holds a thread that others need. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    /** So long a thread waits for a channel that answers to have room. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Lanes lanes;
    private final DeliveryLog deliveries;
    private final ChannelStore channels;
    private final Channels kinds;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final PublishSettings.Delivery settings;
    private final RetrySchedule schedule;
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    DeliveryWorker(
            Lanes lanes,
            DeliveryLog deliveries,
            ChannelStore channels,
            Channels kinds,
            DeliveryMetrics metrics,
            Clock clock,
            PublishSettings settings) {
        this.lanes = lanes;
        this.deliveries = deliveries;
        this.channels = channels;
        this.kinds = kinds;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings.delivery();
        this.schedule = new RetrySchedule(this.settings.retries(), this.settings.jitter());
    }

    /** Makes an attempt; answers when to come again, or nothing if the delivery has ended. */
    Optional<Instant> work(String deliveryId) {
        Pending delivery = lanes.pending(deliveryId).orElse(null);
        if (delivery == null) {
            return Optional.empty();
        }
        Gate gate = gates.computeIfAbsent(delivery.channelId(), id -> new Gate(settings.perChannel()));
        Gate.Visit visit = enter(gate, delivery);
        if (visit == null) {
            return later();
        }
        try {
            return lanes.enter(delivery) ? attempt(delivery, visit) : later();
        } finally {
            visit.leave();
        }
    }

    private static Gate.@Nullable Visit enter(Gate gate, Pending delivery) {
        try {
            return gate.enter(delivery.storyId(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null; // we are stopping: another instance comes to it
        }
    }

    private Optional<Instant> attempt(Pending delivery, Gate.Visit visit) {
        StoredChannel channel = channels.byId(delivery.channelId()).orElseThrow();
        String family = kinds.family(channel.kind());
        Cargo cargo = lanes.cargo(delivery);
        OutsideStory outside = delivery.type().gone() ? null : cargo.outside();
        boolean gone = outside == null;
        String hash = gone ? null : cargo.outsideHash();
        if (!channel.active()) {
            return end(delivery, family, "failed", "the channel is switched off: " + channel.note());
        }
        if (!delivery.replay() && cargo.deliveredVersion() > delivery.version()) {
            return end(delivery, family, "superseded", "version " + cargo.deliveredVersion() + " came first");
        }
        // A removal is told again if an attempt before may have arrived without our knowing.
        if (!delivery.replay() && Objects.equals(cargo.deliveredHash(), hash) && !gone) {
            return end(delivery, family, "unchanged", "the channel has just this already");
        }
        Instant begun = clock.instant();
        long start = System.nanoTime();
        Outcome outcome = deliver(delivery, channel, cargo, gone);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (!(outcome instanceof Outcome.Filtered)) {
            deliveries.attempted(delivery.id(), new Attempts.Attempt(begun, took.toMillis(), outcome.detail()));
        }
        boolean slow = took.compareTo(SLOW) > 0;
        if (slow && outcome instanceof Outcome.Retry) {
            visit.hung();
        } else {
            visit.answered();
        }
        List<String> shown = outside == null
                ? List.of()
                : outside.articles().stream().map(OutsideArticle::documentId).toList();
        return settle(delivery, family, outcome, hash, shown);
    }

    private Outcome deliver(Pending delivery, StoredChannel channel, Cargo cargo, boolean gone) {
        Parcel parcel = new Parcel(
                delivery.id(),
                type(delivery, cargo, gone),
                delivery.createdAt(),
                channel,
                delivery.storyId(),
                delivery.version(),
                delivery.mergedInto(),
                gone ? null : cargo.outside(),
                cargo.artifact(),
                cargo.artifactHash());
        try {
            return kinds.of(channel.kind()).deliver(parcel);
        } catch (RuntimeException e) {
            log.warn("delivery {} to channel {} failed unforeseen", delivery.id(), channel.id(), e);
            return new Outcome.Retry("unforeseen: " + e.getClass().getSimpleName(), null);
        }
    }

    private static EventType type(Pending delivery, Cargo cargo, boolean gone) {
        if (gone) {
            return delivery.type() == EventType.MERGED ? EventType.MERGED : EventType.REMOVED;
        }
        // What superseded a creation that never arrived is the creation now.
        return cargo.deliveredHash() == null ? EventType.CREATED : EventType.UPDATED;
    }

    private Optional<Instant> settle(
            Pending delivery, String family, Outcome outcome, @Nullable String hash, List<String> shown) {
        if (outcome instanceof Outcome.Delivered delivered) {
            lanes.delivered(delivery, delivered, hash, shown);
            metrics.counted(family, "delivered", 1);
            metrics.arrived(family, delivery.receivedAt());
            return Optional.empty();
        } else if (outcome instanceof Outcome.Retry retry) {
            return retry(delivery, family, retry);
        } else if (outcome instanceof Outcome.Filtered filtered) {
            if (filtered.known()) {
                lanes.passed(delivery, filtered.detail(), hash);
            } else {
                lanes.end(delivery, "filtered", 0, filtered.detail());
            }
            metrics.counted(family, "filtered", 1);
            return Optional.empty();
        } else if (outcome instanceof Outcome.ChannelGone) {
            channels.disable(delivery.channelId(), outcome.detail());
            log.warn("channel {} is switched off: {}", delivery.channelId(), outcome.detail());
            return endAttempt(delivery, family, "failed", outcome.detail());
        }
        return endAttempt(
                delivery, family, outcome instanceof Outcome.Conflict ? "conflict" : "failed", outcome.detail());
    }

    private Optional<Instant> retry(Pending delivery, String family, Outcome.Retry outcome) {
        Optional<Duration> wait = schedule.after(
                delivery.attempts() + 1, ThreadLocalRandom.current().nextDouble());
        if (wait.isEmpty()) {
            log.warn("delivery {} has failed for good: {}", delivery.id(), outcome.detail());
            if (!lanes.tookSince(delivery.channelId(), delivery.createdAt())) {
                // Tried for days, and nothing else went through either.
                channels.disable(delivery.channelId(), "nothing was delivered for long: " + outcome.detail());
                log.warn("channel {} is switched off: {}", delivery.channelId(), outcome.detail());
            }
            return endAttempt(delivery, family, "failed", outcome.detail());
        }
        Instant next = clock.instant().plus(longer(wait.get(), asked(outcome)));
        lanes.retry(delivery, outcome.detail(), next);
        metrics.counted(family, "retry", 1);
        return Optional.of(next);
    }

    /** What the channel asks for, within reason. */
    private Duration asked(Outcome.Retry outcome) {
        Duration asked = outcome.atLeast() == null ? Duration.ZERO : outcome.atLeast();
        return asked.compareTo(settings.retryAfterMost()) > 0 ? settings.retryAfterMost() : asked;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Optional<Instant> endAttempt(Pending delivery, String family, String state, String detail) {
        lanes.end(delivery, state, 1, detail);
        metrics.counted(family, state, 1);
        return Optional.empty();
    }

    private Optional<Instant> end(Pending delivery, String family, String state, String detail) {
        lanes.end(delivery, state, 0, detail);
        metrics.counted(family, state, 1);
        return Optional.empty();
    }

    private Optional<Instant> later() {
        long wait = settings.busyWait().toMillis();
        return Optional.of(
                clock.instant().plusMillis(wait + ThreadLocalRandom.current().nextLong(wait + 1)));
    }
}
