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
import parallax.enrich.story.Matching;
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
    private final StoredLibrary library;
    private final Outbox outbox;
    private final Locks locks;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    StoryStore(
            ArticleTable articles,
            StoryTable stories,
            StoredLibrary library,
            Outbox outbox,
            Locks locks,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.articles = articles;
        this.stories = stories;
        this.library = library;
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
        // Whoever changes an article of the same stories waits, by whatever key it got there: then again with all of
        // them.
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
            Set<String> changed = new TreeSet<>();
            changes.forEach(change -> changed.add(change.documentId()));
            Set<String> keys = articles.keys(changed);
            Set<String> former = articles.stories(changed);
            List<Change> effective = changes.stream().filter(this::write).toList();
            keys.addAll(articles.keys(changed));
            if (effective.isEmpty()) {
                return new Attempt(Set.of(), effective);
            }
            Matching matching = new Matching(library);
            Affected affected = affected(matching, changed, keys, former);
            Set<String> missing = new TreeSet<>(keys);
            affected.documents().forEach(id -> missing.add("document:" + id));
            missing.removeAll(held);
            if (!missing.isEmpty()) {
                status.setRollbackOnly();
                return new Attempt(missing, List.of());
            }
            Change cause =
                    effective.stream().max(Comparator.comparing(Change::at)).orElseThrow();
            settle(matching, affected, cause);
            return new Attempt(Set.of(), effective);
        }));
    }

    /** Puts a change in without telling anybody: it was told before. */
    void restore(Change change) {
        if (change instanceof Change.Received received) {
            articles.put(received, Fingerprint.of(received.annotated().article()));
        } else {
            articles.withdraw(change.documentId(), change.at());
        }
    }

    /** Groups all of {@code documents} anew, and tells of those stories that are not as they were last told. */
    void regroup(Collection<String> documents) {
        Matching matching = new Matching(library);
        documents.forEach(id -> new Matching(library).relink(Set.of(id), Set.of()));
        Set<String> done = new TreeSet<>();
        for (String id : documents) {
            if (!done.contains(id)) {
                Affected affected = closed(matching, new TreeSet<>(Set.of(id)), new TreeSet<>());
                settle(matching, affected, new Change.Withdrawn(id, clock.instant(), null));
                done.addAll(affected.documents());
            }
        }
    }

    private record Affected(List<List<Member>> components, Set<String> documents, Set<String> storyIds) {}

    /** All that may be regrouped. */
    private Affected affected(Matching matching, Set<String> changed, Set<String> keys, Set<String> former) {
        return closed(matching, new TreeSet<>(matching.relink(changed, keys)), new TreeSet<>(former));
    }

    /** Closed over stories: of a story of which one article is affected, all are. */
    private Affected closed(Matching matching, Set<String> documents, Set<String> storyIds) {
        List<List<Member>> components;
        int before;
        do {
            before = documents.size();
            storyIds.addAll(articles.stories(documents));
            documents.addAll(articles.inStories(storyIds));
            components = matching.components(documents);
            components.forEach(component -> component.forEach(member -> documents.add(member.documentId())));
        } while (documents.size() > before);
        storyIds.addAll(articles.stories(documents));
        return new Affected(components, documents, storyIds);
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
            articles.put(received, fingerprint);
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

    private void settle(Matching matching, Affected affected, Change cause) {
        StoryMatcher.Outcome outcome = new StoryMatcher(library, matching, stories::everExisted)
                .match(affected.components(), stories.living(affected.storyIds()));
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
                            List.of(),
                            null,
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
