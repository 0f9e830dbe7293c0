package parallax.enrich.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.enrich.article.Annotator.Annotated;
import parallax.enrich.story.BlockKeys;
import parallax.enrich.story.Member;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.StoryState;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.stream.Outgoing;

/**
 * Applies a batch of changes in one transaction: articles, stories, and in the outbox what is to be told of both. Instances
 * that meet at a key wait for one another; those that do not, work side by side.
 */
@Component
public class StoryStore {

    private static final String SENDER = "enrich-service";

    private final ArticleTable articles;
    private final StoryTable stories;
    private final Outbox outbox;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    StoryStore(
            ArticleTable articles,
            StoryTable stories,
            Outbox outbox,
            Locks locks,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.articles = articles;
        this.stories = stories;
        this.outbox = outbox;
        this.locks = locks;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        List.of("founded", "updated", "merged", "emptied").forEach(this::counter);
    }

    /** Applies {@code changes} in their order. Repeats and what is older than what is stored change nothing. */
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Set<String> held = new TreeSet<>();
        for (Change change : changes) {
            held.add("document:" + change.documentId());
            if (change instanceof Change.Received received) {
                held.addAll(BlockKeys.of(received.annotated().facts()));
            }
        }
        // The articles found under the keys may have keys of their own, which must be held as well: then again with all
        // of them.
        Attempt attempt = attempt(changes, held);
        while (!attempt.missing().isEmpty()) {
            held.addAll(attempt.missing());
            attempt = attempt(changes, held);
        }
        attempt.effective().forEach(this::count);
    }

    private record Attempt(Set<String> missing, List<Change> effective) {}

    /** Applies under the locks {@code held}; or, if these are too few, changes nothing and tells which are missing. */
    private Attempt attempt(List<Change> changes, Set<String> held) {
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.take(held);
            Set<String> touched = new TreeSet<>();
            changes.forEach(change -> touched.add(change.documentId()));
            Set<String> affected = articles.block(touched);
            Set<String> former = articles.stories(affected);
            List<Change> effective = changes.stream().filter(this::write).toList();
            affected.addAll(articles.block(touched));
            Set<String> missing = articles.keys(affected);
            missing.removeAll(held);
            if (!missing.isEmpty()) {
                status.setRollbackOnly();
                return new Attempt(missing, List.of());
            }
            effective.stream().max(Comparator.comparing(Change::at)).ifPresent(cause -> match(affected, former, cause));
            return new Attempt(Set.of(), effective);
        }));
    }

    private void count(Change change) {
        if (change instanceof Change.Received received) {
            ArticleEnriched article = received.annotated().article();
            meters.counter("parallax.articles.enriched", "language", article.language(), "form", article.form())
                    .increment();
        }
    }

    /** Whether the change was one. */
    private boolean write(Change change) {
        ArticleTable.Stored stored = articles.find(change.documentId()).orElse(null);
        if (stored != null && stored.at().isAfter(change.at())) {
            return false;
        }
        if (change instanceof Change.Received received) {
            Annotated annotated = received.annotated();
            String fingerprint = Fingerprint.of(annotated.article());
            if (stored != null && stored.fingerprint().equals(fingerprint)) {
                return false;
            }
            articles.put(
                    change.documentId(),
                    annotated.article().revision(),
                    change.at(),
                    fingerprint,
                    annotated.facts(),
                    BlockKeys.of(annotated.facts()));
            emit(annotated.article(), change);
            return true;
        }
        if (stored != null && stored.withdrawn()) {
            return false;
        }
        articles.withdraw(change.documentId(), change.at());
        emit(new ArticleWithdrawn(change.documentId(), change.at()), change);
        return true;
    }

    /** Matches each block by itself: articles of two blocks share nothing that could make them one story. */
    private void match(Set<String> affected, Set<String> former, Change cause) {
        Set<String> done = new TreeSet<>();
        Set<String> emptied = new TreeSet<>(former);
        for (String id : affected) {
            if (done.contains(id)) {
                continue;
            }
            Set<String> block = articles.block(List.of(id));
            Set<String> storyIds = articles.stories(block);
            done.addAll(block);
            emptied.removeAll(storyIds);
            settle(articles.members(block), stories.living(storyIds), cause);
        }
        settle(List.of(), stories.living(emptied), cause);
    }

    private void settle(Collection<Member> members, Collection<StoryState> living, Change cause) {
        StoryMatcher.Outcome outcome = new StoryMatcher(stories::everExisted).match(members, living);
        Instant now = clock.instant();
        for (StoryMatcher.Update update : outcome.changed()) {
            StoryState story = update.before();
            StoryState.Content content = update.content();
            articles.assign(
                    content.members().stream()
                            .map(StoryChanged.Member::documentId)
                            .toList(),
                    story.id());
            long version = stories.advance(update);
            emit(
                    new StoryChanged(
                            story.id(),
                            version,
                            content.interview(),
                            content.members(),
                            content.evidence(),
                            story.foundedAt(),
                            cause.at(),
                            now),
                    cause);
            counter(version == 1 ? "founded" : "updated").increment();
            meters.timer("parallax.latency", "output", "story").record(Duration.between(cause.at(), now));
        }
        outcome.removed().forEach((story, into) -> {
            emit(new StoryRemoved(story.id(), stories.remove(story, into), into, cause.at(), now), cause);
            counter(into == null ? "emptied" : "merged").increment();
        });
    }

    private void emit(Event event, Change cause) {
        outbox.add(Outgoing.of(event, SENDER, clock.instant(), cause.traceparent()));
    }

    private io.micrometer.core.instrument.Counter counter(String change) {
        return meters.counter("parallax.stories.changed", "change", change);
    }
}
