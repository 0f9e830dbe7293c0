package parallax.ingest.poll;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parallax.ingest.IngestSettings;

/**
 * How long to leave a source alone. A pause shrinks while there is news and grows while there is none, within what the settings,
 * the feed and its server allow; after failures it doubles.
 */
final class Pacing {

    private static final int MOST_DOUBLINGS = 12;
    private static final int MOST_VISITS_FOR_PAGES = 500;

    private final IngestSettings.Polling settings;

    Pacing(IngestSettings.Polling settings) {
        this.settings = settings;
    }

    /**
     * The pause after a visit that went well.
     *
     * @param before the pause before it; null if it was the first
     * @param news whether there was any
     * @param ttl what the feed asks for
     * @param maxAge how long the server says its answer holds
     */
    Duration afterSuccess(@Nullable Duration before, boolean news, @Nullable Duration ttl, @Nullable Duration maxAge) {
        Duration pause = before == null
                ? settings.first()
                : news
                        ? before.multipliedBy(2).dividedBy(3)
                        : before.multipliedBy(3).dividedBy(2);
        Duration least = longer(settings.shortest(), shorter(settings.longest(), longer(ttl, maxAge)));
        return shorter(longer(pause, least), settings.longest());
    }

    /**
     * The pause after a failure.
     *
     * @param failures in a row, this one among them
     * @param retryAfter what the server asks for
     */
    Duration afterFailure(int failures, @Nullable Duration retryAfter) {
        Duration pause =
                settings.afterFailure().multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, failures - 1)));
        Duration asked = retryAfter == null ? Duration.ZERO : shorter(retryAfter, settings.longestRetryAfter());
        return longer(shorter(pause, settings.longest()), asked);
    }

    /**
     * How many articles' pages to ask for in one visit. Each visit fetches the whole feed: of a long one more are taken at a time,
     * so that it is not fetched for every few of its items.
     *
     * @param items that the feed holds
     */
    int pages(int items) {
        return settings.pagesPerVisit() == 0 ? 0 : Math.max(settings.pagesPerVisit(), items / MOST_VISITS_FOR_PAGES);
    }

    /**
     * A pause that is up to a tenth longer, so that sources do not march in step.
     *
     * @param chance 0 to 1
     */
    static Duration spread(Duration pause, double chance) {
        return pause.plusMillis((long) (pause.toMillis() * 0.1 * chance));
    }

    private static Duration longer(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one != null ? one : other != null ? other : Duration.ZERO;
        }
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
