package parallax.publish.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/**
 * The newest items of each feed in memory, with what feeds can be narrowed by: to look a feed up takes no database then. Brought up
 * to date from the places that were given since, when somebody asks and the last look is a moment ago.
 */
@Component
class FeedIndex {

    private final JdbcClient jdbc;
    private final FeedShelf shelf;
    private final long fresh;
    private final int most;
    private final Map<FeedKind, Shelved> shelved = new EnumMap<>(FeedKind.class);

    FeedIndex(JdbcClient jdbc, FeedShelf shelf, PublishSettings settings) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.fresh = settings.feed().fresh().toNanos();
        this.most = settings.feed().index();
        for (FeedKind kind : FeedKind.values()) {
            shelved.put(kind, new Shelved(kind));
        }
    }

    /** Items from the newest change on, those behind {@code before} only; empty if they are older than what is in memory. */
    Optional<Found> find(FeedKind kind, FeedFilter filter, long before, int limit) {
        Shelved kept = shelved.get(kind);
        return kept == null ? Optional.empty() : kept.now().find(filter.facets(), before, limit);
    }

    record Found(List<FeedShelf.Head> heads, FeedShelf.Last last) {}

    private record Entry(FeedShelf.Head head, Set<String> facets) {

        /** One of each. */
        boolean has(List<List<String>> wanted) {
            for (List<String> any : wanted) { // thousands of entries are asked this for one request: no streams
                if (Collections.disjoint(facets, any)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * What is in memory.
     *
     * @param whole there are no older items
     * @param gone items that may not be shown any more, though they still have to leave their place
     * @param awaits an item has a place, but is not in the database: after that was lost, it is still to come, and takes no new place
     */
    private record Snapshot(FeedShelf.Last last, List<Entry> entries, boolean whole, Set<String> gone, boolean awaits) {

        Optional<Found> find(List<List<String>> wanted, long before, int limit) {
            List<FeedShelf.Head> heads = new ArrayList<>();
            for (Entry entry : entries) {
                if (entry.head().sequence() < before
                        && entry.has(wanted)
                        && !gone.contains(entry.head().id())) {
                    heads.add(entry.head());
                    if (heads.size() == limit) {
                        break;
                    }
                }
            }
            return heads.size() == limit || whole ? Optional.of(new Found(heads, last)) : Optional.empty();
        }
    }

    private final class Shelved {

        private final FeedKind kind;
        private volatile @Nullable Snapshot snapshot;
        private volatile long looked;

        Shelved(FeedKind kind) {
            this.kind = kind;
        }

        Snapshot now() {
            Snapshot kept = snapshot;
            return kept != null && System.nanoTime() - looked < fresh ? kept : look();
        }

        private synchronized Snapshot look() {
            Snapshot kept = snapshot;
            long now = System.nanoTime();
            if (kept != null && now - looked < fresh) {
                return kept; // another was faster
            }
            FeedShelf.Last last = shelf.last(kind);
            Set<String> gone = gone();
            if (kept == null || kept.awaits() || !last.goesOnFrom(kept.last())) {
                kept = merged(new Snapshot(last, List.of(), true, gone, false), 0, last, gone);
            } else if (last.sequence() > kept.last().sequence() || !gone.equals(kept.gone())) {
                kept = merged(kept, kept.last().sequence(), last, gone);
            }
            snapshot = kept;
            looked = now;
            return kept;
        }

        private Snapshot merged(Snapshot kept, long known, FeedShelf.Last last, Set<String> gone) {
            List<Entry> news = new ArrayList<>();
            Set<String> moved = new HashSet<>();
            AtomicBoolean awaits = new AtomicBoolean();
            jdbc.sql("""
                            select f.item, x.outside_hash, f.seq, f.published_at, f.updated_at, x.facets, f.digest
                            from feed_item f left join %s x on x.%s = f.item
                            where f.feed = :feed and f.seq > :known and f.seq <= :last order by f.seq desc limit :most
                            """.formatted(FeedShelf.table(kind), FeedShelf.id(kind)))
                    .param("feed", kind.path())
                    .param("known", known)
                    .param("last", last.sequence())
                    .param("most", most)
                    .query((row, n) -> {
                        moved.add(row.getString(1));
                        if (row.getString(2) == null && row.getString(7) != null) {
                            awaits.set(true);
                        }
                        return row.getString(2) == null ? Optional.<Entry>empty() : Optional.of(entry(kind, row));
                    })
                    .list()
                    .forEach(entry -> entry.ifPresent(news::add));
            // Of more than that, some between the new and the old were not read.
            List<Entry> older = moved.size() < most ? kept.entries() : List.of();
            List<Entry> all = Stream.concat(
                            news.stream(),
                            older.stream()
                                    .filter(entry ->
                                            !moved.contains(entry.head().id())))
                    .limit(most)
                    .toList();
            boolean whole = kept.whole() && moved.size() < most && all.size() < most;
            return new Snapshot(last, all, whole, gone, awaits.get());
        }

        /** A takedown or a hold is obeyed at once; that the item leaves its place is written a moment later. */
        private Set<String> gone() {
            return jdbc
                    .sql("select %s from %s where outside_hash is distinct from issued_hash and outside_hash is null"
                            .formatted(FeedShelf.id(kind), FeedShelf.table(kind)))
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.toUnmodifiableSet());
        }

        private static Entry entry(FeedKind kind, ResultSet row) throws SQLException {
            Set<String> facets = new HashSet<>();
            for (String facet : (String[]) row.getArray(6).getArray()) {
                facets.add(facet.intern()); // the same few, in every entry
            }
            return new Entry(FeedShelf.head(kind, row), Set.copyOf(facets));
        }
    }
}
