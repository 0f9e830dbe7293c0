package parallax.ingest.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.feed.Feed;
import parallax.ingest.feed.UnreadableFeed;
import parallax.ingest.fetch.FetchFailed;
import parallax.ingest.fetch.Fetched;
import parallax.ingest.fetch.Hosts;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceState;
import parallax.ingest.source.Sources;
import parallax.ingest.websub.Subscriptions;

/** Visits a feed, takes what is new, and says when to come again. */
@Component
class FeedVisitor {

    private static final String FAILED = "visit-failed";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Sources sources;
    private final Hosts hosts;
    private final Harvest harvest;
    private final VisitMetrics metrics;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final IngestSettings.Polling settings;
    private final Pacing pacing;

    FeedVisitor(
            Sources sources,
            Hosts hosts,
            Harvest harvest,
            VisitMetrics metrics,
            Subscriptions subscriptions,
            Clock clock,
            IngestSettings settings) {
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.hosts = hosts;
        this.harvest = harvest;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings.polling();
        this.pacing = new Pacing(settings.polling());
    }

    /** When to visit it next; empty if never again. */
    Optional<Instant> visit(Source source) {
        try (Visit visit = new Visit(source, clock.instant(), hosts, settings.redirects())) {
            URI address = URI.create(Objects.requireNonNull(source.address()));
            Optional<Instant> next = metrics.timed(() -> visit(visit, address));
            visit.tell(sources);
            return next;
        }
    }

    private Optional<Instant> visit(Visit visit, URI address) {
        try {
            Fetched fetched =
                    visit.getIfChanged(address, (int) settings.maxFeedSize().toBytes());
            return answered(visit, fetched);
        } catch (Hosts.Busy e) {
            metrics.count("busy");
            // Who is there mostly leaves long before his hold of the host ends.
            return Optional.of(later(earlier(e.freeAt(), clock.instant().plus(SOON))));
        } catch (FetchFailed e) {
            return failed(visit, Objects.requireNonNullElse(e.getMessage(), "no answer"), null);
        }
    }

    private Optional<Instant> answered(Visit visit, Fetched fetched) {
        int status = fetched.status();
        if (status == 304) {
            return unchanged(visit, fetched);
        }
        if (status == 410) {
            String note = "Its server says that it is gone for good (410). Set it up anew if it is back.";
            sources.learn(visit.source(), visit.source().state().failed(visit.at(), visit.at(), note));
            sources.switchOff(visit.source().name(), note);
            metrics.count("gone");
            return Optional.empty();
        }
        if (status != 200) {
            return failed(visit, "HTTP " + status + " from " + fetched.address(), fetched.retryAfter(clock.instant()));
        }
        try {
            Feed feed = harvest.read(visit, fetched);
            return succeeded(visit, fetched, feed, harvest.take(visit, feed));
        } catch (UnreadableFeed e) {
            return unreadable(visit, fetched, e);
        } catch (TryLater e) {
            metrics.count("not-recorded");
            return Optional.of(later(visit.at().plus(TryLater.RETRY_AFTER)));
        }
    }

    /** A page that came in the feed's stead may name it: then that is where the feed is. */
    private Optional<Instant> unreadable(Visit visit, Fetched fetched, UnreadableFeed e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "no feed");
        if (e.feed() == null
                || e.feed().equals(fetched.address().toString())
                || visit.source().state().succeededAt() != null) {
            return failed(visit, message, null);
        }
        visit.warnOnce("feed-found", message);
        Instant next = later(visit.at().plusSeconds(1));
        sources.learn(visit.source(), visit.source().state().found(visit.at(), next, e.feed(), message));
        metrics.count("found");
        return Optional.of(next);
    }

    private Optional<Instant> unchanged(Visit visit, Fetched fetched) {
        visit.mends(FAILED);
        SourceState before = visit.source().state();
        Duration pause = pacing.afterSuccess(before.pause(), false, null, fetched.maxAge());
        subscriptions.consider(visit.source(), null, null);
        Instant next = next(visit, pause);
        sources.learn(visit.source(), before.unchanged(visit.at(), next, pause, moved(visit, fetched)));
        metrics.count("unchanged");
        return Optional.of(next);
    }

    /** Where items wait or lack their pages, the next answer has to come whole: so it is not asked for on condition that it has changed. */
    private Optional<Instant> succeeded(Visit visit, Fetched fetched, Feed feed, Intake.Taken taken) {
        visit.reads();
        visit.mends(FAILED);
        SourceState before = visit.source().state();
        boolean news = taken.accepted() > 0;
        boolean waiting = taken.waiting() > 0;
        boolean whole = !waiting && taken.lacking() == 0;
        Duration pause = pacing.afterSuccess(before.pause(), news, feed.ttl(), fetched.maxAge());
        subscriptions.consider(visit.source(), fetched.linkOr("hub", feed.hub()), fetched.linkOr("self", feed.self()));
        Instant next = waiting ? later(visit.at().plus(SOON)) : next(visit, pause);
        String moved = moved(visit, fetched);
        sources.learn(
                visit.source(),
                new SourceState(
                        moved == null ? before.movedTo() : moved,
                        whole ? fetched.header("ETag") : null,
                        whole ? fetched.header("Last-Modified") : null,
                        visit.cut() ? settings.maxFeedSize().toBytes() : null,
                        pause,
                        0,
                        visit.at(),
                        visit.at(),
                        next,
                        taken.accepted() + " new or changed of " + feed.items().size() + " items"
                                + (waiting ? "; " + taken.waiting() + " wait for their pages" : "")
                                + (taken.lacking() > 0 ? "; " + taken.lacking() + " lack their pages for now." : "."),
                        feed.title(),
                        feed.format()));
        metrics.count(news ? "news" : "nothing-new");
        return Optional.of(next);
    }

    private Optional<Instant> failed(Visit visit, String why, @Nullable Duration retryAfter) {
        SourceState before = visit.source().state();
        Duration pause = pacing.afterFailure(before.failures() + 1, retryAfter);
        // From the answer on: the visit may have begun with a wait, and Retry-After is exact.
        Instant next = later(clock.instant().plus(Pacing.spread(pause, chance())));
        sources.learn(visit.source(), before.failed(visit.at(), next, why));
        visit.warn(FAILED, why);
        metrics.count("failed");
        return Optional.of(next);
    }

    private static @Nullable String moved(Visit visit, Fetched fetched) {
        URI address = fetched.movedTo();
        if (address == null) {
            return null;
        }
        visit.warnOnce("moved", "The feed has moved for good to " + address + ", where it is asked from now on.");
        return address.toString();
    }

    /** Where a hub tells of news, a feed is left alone; what it has told meanwhile is not. */
    private Instant next(Visit visit, Duration pause) {
        return subscriptions.toldSince(visit.source(), visit.at())
                ? later(visit.at().plusSeconds(1))
                : later(visit.at().plus(Pacing.spread(subscriptions.slowed(visit.source(), pause), chance())));
    }

    private Instant later(Instant time) {
        Instant soonest = clock.instant().plusMillis(200);
        return time.isBefore(soonest) ? soonest : time;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
