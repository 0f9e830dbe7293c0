package parallax.publish.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts what readers are answered. */
@Component
class FeedCounters {

    private final Map<FeedKind, Counter> feeds;
    private final Map<FeedKind, Counter> pages;
    private final Map<FeedKind, Counter> unchanged;

    FeedCounters(MeterRegistry meters) {
        this.feeds = byKind(meters, "feed");
        this.pages = byKind(meters, "page");
        this.unchanged = byKind(meters, "unchanged");
    }

    void sent(FeedKind kind, boolean page) {
        Objects.requireNonNull((page ? pages : feeds).get(kind)).increment();
    }

    void unchanged(FeedKind kind) {
        Objects.requireNonNull(unchanged.get(kind)).increment();
    }

    private static Map<FeedKind, Counter> byKind(MeterRegistry meters, String answer) {
        Map<FeedKind, Counter> counters = new EnumMap<>(FeedKind.class);
        for (FeedKind kind : FeedKind.values()) {
            counters.put(kind, meters.counter("parallax.feed.answers", "feed", kind.path(), "answer", answer));
        }
        return counters;
    }
}
