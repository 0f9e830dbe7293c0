package parallax.publish.issue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.FeedIssued;
import parallax.publish.issue.IssueRows.Shelf;
import parallax.publish.issue.IssueRows.Waiting;

/**
 * Shows readers what has changed, at most once a second, all of it at once and under that second's date. So no item ever appears
 * under a date that a reader has already passed, not even one who counts in whole seconds; within the second, each item has its
 * own millisecond. Kafka has what is shown before it is shown.
 */
@Component
class Issuer {

    /** So many milliseconds has a second. */
    private static final int AT_ONCE = 999;

    /** A clock that is further behind than this was set back: dates go on from where they were. */
    private static final Duration SET_BACK = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    private final IssueRows rows;
    private final IssueLog book;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher listeners;
    private final MeterRegistry meters;
    private final Clock clock;
    private boolean caughtUp;

    Issuer(
            IssueRows rows,
            IssueLog book,
            TransactionOperations transactions,
            ApplicationEventPublisher listeners,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.book = book;
        this.transactions = transactions;
        this.listeners = listeners;
        this.meters = meters;
        this.clock = clock;
        meters.timer("parallax.latency", "output", "feed");
        for (Shelf shelf : Shelf.values()) {
            meters.counter("parallax.feed.issued", "feed", shelf.feed);
            meters.gauge(
                    "parallax.feed.waiting", Tags.of("feed", shelf.feed), rows, counted -> counted.countWaiting(shelf));
        }
    }

    @Scheduled(fixedDelayString = "${parallax.publish.feed.issue-every:250ms}")
    void tick() {
        try {
            issue();
        } catch (RuntimeException e) { // Kafka or the database is out: the same is tried again
            log.warn("feeds could not be brought up to date: {}", e.toString());
        }
    }

    /** Issues what waits, if this second has not been used yet. */
    synchronized void issue() {
        Map<Shelf, List<Waiting>> shown = new LinkedHashMap<>();
        boolean known = caughtUp;
        caughtUp = false; // should this fail, the log may hold what the database does not
        caughtUp = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!rows.lock()) {
                return known;
            }
            if (!known) {
                book.catchUp(); // under the lock, lest it puts the word of one who died over that of one who issues
            }
            issue(shown);
            return true;
        }));
        if (!shown.isEmpty()) {
            shown.forEach(this::measure);
            listeners.publishEvent(new FeedsChanged(
                    shown.keySet().stream().map(shelf -> shelf.feed).collect(Collectors.toSet())));
        }
    }

    private void issue(Map<Shelf, List<Waiting>> shown) {
        Instant second = second();
        if (second == null) {
            return;
        }
        Map<Shelf, List<FeedIssued>> issues = new LinkedHashMap<>();
        for (Shelf shelf : Shelf.values()) {
            List<Waiting> waiting = rows.waiting(shelf, AT_ONCE);
            List<Waiting> news = waiting.stream()
                    .filter(item -> !Objects.equals(item.hash(), item.digest()))
                    .toList();
            if (!news.isEmpty()) {
                issues.put(shelf, places(shelf, news, second));
                shown.put(shelf, news);
            }
            if (!waiting.isEmpty()) { // what the book already had, after a rebuild, is no news
                rows.issued(shelf, waiting);
            }
        }
        if (!issues.isEmpty()) {
            book.append(issues.values().stream().flatMap(List::stream).toList());
            issues.forEach((shelf, places) -> rows.put(shelf.feed, places));
        }
    }

    /** This second, if it is still free. */
    private @Nullable Instant second() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant last = rows.latest().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
        if (now.isAfter(last)) {
            return now;
        }
        return Duration.between(now, last).compareTo(SET_BACK) > 0 ? last.plusSeconds(1) : null;
    }

    private List<FeedIssued> places(Shelf shelf, List<Waiting> news, Instant second) {
        long place = rows.lastPlace(shelf.feed);
        List<FeedIssued> places = new ArrayList<>(news.size());
        for (Waiting item : news) {
            int nth = places.size() + 1;
            places.add(new FeedIssued(shelf.feed, place + nth, item.item(), item.hash(), second.plusMillis(nth)));
        }
        return places;
    }

    private void measure(Shelf shelf, List<Waiting> items) {
        meters.counter("parallax.feed.issued", "feed", shelf.feed).increment(items.size());
        if (shelf == Shelf.STORIES) {
            items.stream().filter(item -> item.causedAt() != null).forEach(item -> meters.timer(
                            "parallax.latency", "output", "feed")
                    .record(Duration.between(item.causedAt(), clock.instant())));
        }
    }
}
