package parallax.enrich.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.enrich.story.Matching;
import parallax.enrich.story.Member;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.StoryState;
import parallax.enrich.story.Weighed;
import parallax.stream.Outgoing;

/**
 * Applies a batch of changes in one transaction: articles, stories, and in the outbox what is to be told of both. Instances
 * that meet at a key wait for one another; those that do not, work side by side.
 */
@Component
public class StoryStore {

    private final ArticleTable articles;
    private final KeyTable keys;
    private final StoryTable stories;
    private final StoredLibrary library;
    private final ToldTable told;
    private final JdbcClient jdbc;
    private final Locks locks;
    private final Weighed weighed;
    private final TransactionTemplate transaction;
    private final Announcements announcements;
    private final Clock clock;

    StoryStore(
            ArticleTable articles,
            KeyTable keys,
            StoryTable stories,
            StoredLibrary library,
            ToldTable told,
            JdbcClient jdbc,
            Locks locks,
            StoreSettings settings,
            TransactionTemplate transaction,
            Announcements announcements,
            Clock clock) {
        this.articles = articles;
        this.keys = keys;
        this.stories = stories;
        this.library = library;
        this.told = told;
        this.jdbc = jdbc;
        this.locks = locks;
        this.weighed = new Weighed(settings.pairCache().toBytes());
        this.transaction = transaction;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Applies {@code changes} in their order. Repeats and what is older than what is stored change nothing. */
    public void apply(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Set<String> held = new TreeSet<>();
        for (Change change : changes) {
            change.documents().forEach(id -> held.add("document:" + id));
            if (change instanceof Change.Received received) {
                held.addAll(received.profile().keys());
            }
        }
        // Whoever changes an article of the same stories waits, by whatever key it got there: then again with all of
        // them.
        Attempt attempt = attempt(changes, held);
        while (!attempt.missing().isEmpty()) {
            held.addAll(attempt.missing());
            attempt = attempt(changes, held);
        }
        announcements.count(attempt.effective());
    }

    private record Attempt(Set<String> missing, List<Change> effective) {}

    /** Applies under the locks {@code held} and such as are free; or, if another holds one, changes nothing and tells which are missing. */
    private Attempt attempt(List<Change> changes, Set<String> held) {
        return Objects.requireNonNull(transaction.execute(status -> {
            String ended = locks.take(held);
            Set<String> changed = documents(changes);
            Map<String, ArticleTable.Stored> stored = articles.find(changed);
            Set<String> former = new TreeSet<>();
            stored.values().stream()
                    .map(ArticleTable.Stored::storyId)
                    .filter(Objects::nonNull)
                    .forEach(former::add);
            Set<String> touched = new TreeSet<>();
            Set<String> before = new TreeSet<>();
            List<Outgoing> events = new ArrayList<>();
            List<Change> effective = write(changes, stored, Set.copyOf(stored.keySet()), touched, before, events);
            if (effective.isEmpty()) {
                return new Attempt(Set.of(), effective);
            }
            Set<String> own = new TreeSet<>(held);
            Matching matching = new Matching(library, weighed);
            Set<String> reached = new TreeSet<>(matching.relink(changed, touched, before));
            Affected affected = closed(matching, reached, former);
            while (own.addAll(locked(affected, touched))) {
                if (!locks.takeFree(own)) {
                    status.setRollbackOnly();
                    return new Attempt(own, List.of());
                }
                String ends = locks.ended();
                if (!ends.equals(ended)) { // others may have changed what was read before the lock
                    ended = ends;
                    matching = new Matching(library, weighed);
                    reached.addAll(matching.relink(changed, touched, before));
                    affected = closed(matching, reached, former);
                }
            }
            Change cause =
                    effective.stream().max(Comparator.comparing(Change::at)).orElseThrow();
            Write.all(jdbc, settled(matching, affected, cause, events));
            return new Attempt(Set.of(), effective);
        }));
    }

    /** The locks that a change of these needs. */
    private static Set<String> locked(Affected affected, Set<String> keys) {
        Set<String> names = new TreeSet<>(keys);
        affected.documents().forEach(id -> names.add("document:" + id));
        return names;
    }

    /** Puts changes in without telling anybody: they were told before. */
    void restore(List<Change> changes) {
        restored(changes);
    }

    /** The same, and links them with what is stored. */
    void restoreLinked(List<Change> changes) {
        relink(documents(changes), restored(changes));
    }

    private Set<String> restored(List<Change> changes) {
        Set<String> keys = new TreeSet<>();
        Set<String> documents = documents(changes);
        write(changes, articles.find(documents), documents, keys, new TreeSet<>(), new ArrayList<>());
        return keys;
    }

    private static Set<String> documents(List<Change> changes) {
        Set<String> documents = new TreeSet<>();
        changes.forEach(change -> documents.addAll(change.documents()));
        return documents;
    }

    /** Takes articles out as if they had never come. */
    void forget(Set<String> documents) {
        library.relink(library.links(documents).keySet(), Map.of());
        Write.all(jdbc, List.of(ArticleTable.delete(documents)));
    }

    /** Links stored articles anew; {@code keys} are those that they held before. */
    void relink(Collection<String> documents, Set<String> keys) {
        new Matching(library, weighed).relink(documents, keys);
    }

    /** To group articles anew that are linked. */
    Regrouping regrouping() {
        return new Regrouping(new Matching(library, weighed));
    }

    /** Groups articles anew, each once, and tells of those stories that are not as they were last told. */
    final class Regrouping {

        private final Matching matching;
        private final Set<String> done = new TreeSet<>();

        private Regrouping(Matching matching) {
            this.matching = matching;
        }

        /** All of {@code documents}; when it throws, none of them counts as grouped. */
        void group(Collection<String> documents) {
            Set<String> now = new TreeSet<>();
            for (String id : documents) {
                if (!done.contains(id) && !now.contains(id)) {
                    Affected affected = closed(matching, Set.of(id), Set.of());
                    Change cause = new Change.Withdrawn(id, clock.instant(), null);
                    Write.all(jdbc, settled(matching, affected, cause, new ArrayList<>()));
                    now.addAll(affected.documents());
                }
            }
            done.addAll(now);
        }
    }

    private record Affected(List<List<Member>> components, Set<String> documents, Set<String> storyIds) {}

    /** All that may be regrouped; closed over stories: of a story of which one article is affected, all are. */
    private Affected closed(Matching matching, Set<String> first, Set<String> former) {
        Set<String> documents = new TreeSet<>(first);
        documents.addAll(articles.companions(former));
        Set<String> storyIds = new TreeSet<>(former);
        List<List<Member>> components = matching.components(documents);
        for (Set<String> further = further(components, documents, storyIds); !further.isEmpty(); ) {
            storyIds.addAll(further);
            if (documents.addAll(articles.companions(further))) {
                components = matching.components(documents);
            }
            further = further(components, documents, storyIds);
        }
        return new Affected(components, documents, storyIds);
    }

    /** The stories beside {@code known} in which any of these articles stands; {@code documents} takes the articles. */
    private static Set<String> further(List<List<Member>> components, Set<String> documents, Set<String> known) {
        Set<String> further = new TreeSet<>();
        for (List<Member> component : components) {
            for (Member member : component) {
                documents.add(member.documentId());
                if (member.storyId() != null && !known.contains(member.storyId())) {
                    further.add(member.storyId());
                }
            }
        }
        return further;
    }

    /**
     * Writes what is news.
     *
     * @param stored what is stored of the documents
     * @param known those that may hold keys
     * @param held takes the keys that are held now or were before
     * @param before takes those that were before
     * @param events takes what is to be told
     * @return the changes that were any
     */
    private List<Change> write(
            List<Change> changes,
            Map<String, ArticleTable.Stored> stored,
            Set<String> known,
            Set<String> held,
            Set<String> before,
            List<Outgoing> events) {
        Map<String, ArticleTable.Row> rows = new TreeMap<>();
        List<Change> effective = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Decided decided) {
                if (decided.told().stream().filter(told::put).count() > 0) {
                    effective.add(change);
                }
                continue;
            }
            ArticleTable.Row row = row(change);
            ArticleTable.Stored last = stored.get(row.id());
            if (last != null
                    && (last.at().isAfter(row.at()) || last.fingerprint().equals(row.fingerprint()))) {
                continue;
            }
            boolean withdrawn = row.received() == null;
            stored.put(
                    row.id(),
                    new ArticleTable.Stored(
                            row.at(), withdrawn, row.fingerprint(), last == null ? null : last.storyId()));
            rows.put(row.id(), row);
            events.add(announcements.of(change));
            effective.add(change);
        }
        if (!rows.isEmpty()) {
            Map<String, Set<String>> keysOf = new TreeMap<>();
            rows.values()
                    .forEach(row -> keysOf.put(
                            row.id(),
                            row.received() == null
                                    ? Set.of()
                                    : row.received().profile().keys()));
            KeyTable.Replaced replaced = keys.replace(keysOf, known);
            List<Write> writes = new ArrayList<>(List.of(articles.put(rows.values())));
            writes.addAll(replaced.writes());
            Write.all(jdbc, writes);
            before.addAll(replaced.before());
            held.addAll(replaced.before());
            keysOf.values().forEach(held::addAll);
        }
        return effective;
    }

    private static ArticleTable.Row row(Change change) {
        if (change instanceof Change.Received received) {
            return new ArticleTable.Row(
                    received.documentId(),
                    received.at(),
                    Fingerprint.of(received.annotated().article()),
                    received);
        }
        Change.Withdrawn withdrawn = (Change.Withdrawn) change;
        return new ArticleTable.Row(withdrawn.documentId(), withdrawn.at(), "", null);
    }

    /** What makes stories of what is affected; {@code events} are told with what is to be told of those. */
    private List<Write> settled(Matching matching, Affected affected, Change cause, List<Outgoing> events) {
        StoryMatcher.Outcome outcome = new StoryMatcher(matching, stories::everExisted)
                .match(affected.components(), stories.living(affected.storyIds()));
        Map<String, String> storyOf = new TreeMap<>();
        outcome.changed().forEach(update -> update.content()
                .members()
                .forEach(member ->
                        storyOf.put(member.documentId(), update.before().id())));
        List<Write> writes = new ArrayList<>();
        if (!outcome.changed().isEmpty()) {
            writes.add(StoryTable.advance(outcome.changed()));
            writes.add(ArticleTable.assign(storyOf));
        }
        Map<StoryState, Long> removed = new LinkedHashMap<>();
        outcome.removed().forEach((story, into) -> {
            removed.put(story, story.version() + 1);
            writes.add(StoryTable.remove(story, into));
        });
        events.addAll(announcements.of(outcome, removed, cause));
        if (!events.isEmpty()) {
            writes.add(Outbox.add(events));
        }
        return writes;
    }
}
