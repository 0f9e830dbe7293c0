package parallax.enrich.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.StoryState;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.stream.Outgoing;

/** Says what became of articles and stories, as events and as figures. */
@Component
class Announcements {

    private static final String SENDER = "enrich-service";

    private final MeterRegistry meters;
    private final Clock clock;

    Announcements(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        List.of("founded", "updated", "merged", "emptied").forEach(this::counter);
    }

    /** Of an article that came, changed or went. */
    Outgoing of(Change change) {
        Event event = change instanceof Change.Received received
                ? received.annotated().article()
                : new ArticleWithdrawn(change.documents().iterator().next(), change.at());
        return outgoing(event, change);
    }

    /**
     * Of stories.
     *
     * @param removed by each story that is gone the version that says so
     */
    List<Outgoing> of(StoryMatcher.Outcome outcome, Map<StoryState, Long> removed, Change cause) {
        List<Outgoing> events = new ArrayList<>();
        Instant now = clock.instant();
        for (StoryMatcher.Update update : outcome.changed()) {
            StoryState story = update.before();
            StoryState.Content content = update.content();
            events.add(outgoing(
                    new StoryChanged(
                            story.id(),
                            update.version(),
                            content.interview(),
                            content.members(),
                            content.evidence(),
                            content.near(),
                            story.splitFrom(),
                            story.foundedAt(),
                            cause.at(),
                            now),
                    cause));
            counter(update.version() == 1 ? "founded" : "updated").increment();
            meters.timer("parallax.latency", "output", "story").record(Duration.between(cause.at(), now));
        }
        removed.forEach((story, version) -> {
            @Nullable String into = outcome.removed().get(story);
            events.add(outgoing(new StoryRemoved(story.id(), version, into, cause.at(), now), cause));
            counter(into == null ? "emptied" : "merged").increment();
        });
        return events;
    }

    /** Counts what was applied. */
    void count(List<Change> effective) {
        for (Change change : effective) {
            if (change instanceof Change.Received received) {
                ArticleEnriched article = received.annotated().article();
                meters.counter("parallax.articles.enriched", "language", article.language(), "form", article.form())
                        .increment();
            }
        }
    }

    private Outgoing outgoing(Event event, Change cause) {
        return Outgoing.of(event, SENDER, clock.instant(), cause.traceparent());
    }

    private Counter counter(String change) {
        return meters.counter("parallax.stories.changed", "change", change);
    }
}
