package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.BlockKeys;

/** Which articles hold which keys. */
@Component
class KeyTable {

    private static final String HOLDERS = """
            select wanted.key, holder.document_id from unnest(cast(:keys as text[]), cast(:mosts as integer[])) as wanted (key, most)
            cross join lateral (
                select document_id, place from article_key where key = wanted.key order by place, document_id limit wanted.most
            ) as holder order by wanted.key, holder.place, holder.document_id
            """;

    private static final String COUNTS = """
            select wanted.key, (select count(*) from (select 1 from article_key where key = wanted.key limit :most) as holder)
            from unnest(cast(:keys as text[])) as wanted (key)
            """;

    private static final String SHARING = """
            select wanted.name, holder.document_id from unnest(cast(:names as text[]), cast(:keys as text[])) as wanted (name, key)
            cross join lateral (select document_id from article_key where key = wanted.key offset 0) as holder
            group by wanted.name, holder.document_id having count(*) >= :fewest
            """;

    private static final String INSERT = """
            insert into article_key (key, document_id, place)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as integer[]))
            """;

    private static final String DELETE = """
            delete from article_key as held
            using unnest(cast(? as text[]), cast(? as text[]), cast(? as integer[])) as gone (key, document_id, place)
            where held.key = gone.key and held.place = gone.place and held.document_id = gone.document_id
            """;

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first holders of each key in the order of their places, so many at most. */
    Map<String, List<String>> holders(Map<String, Integer> mostOf) {
        Map<String, List<String>> holders = new TreeMap<>();
        if (!mostOf.isEmpty()) {
            jdbc.sql(HOLDERS)
                    .param("keys", mostOf.keySet().toArray(String[]::new))
                    .param("mosts", mostOf.values().toArray(Integer[]::new))
                    .query(row -> {
                        holders.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return holders;
    }

    /** See {@link parallax.enrich.story.Library#counts}. */
    Map<String, Integer> counts(Collection<String> wanted, int most) {
        Map<String, Integer> counts = new TreeMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql(COUNTS)
                    .param("keys", wanted.toArray(String[]::new))
                    .param("most", most)
                    .query(row -> {
                        counts.put(row.getString(1), row.getInt(2));
                    });
        }
        return counts;
    }

    /** See {@link parallax.enrich.story.Library#sharing}. */
    Map<String, Set<String>> sharing(Map<String, Set<String>> keysOf, int fewest) {
        List<String> names = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        keysOf.forEach((name, held) -> held.forEach(key -> {
            names.add(name);
            wanted.add(key);
        }));
        Map<String, Set<String>> sharing = new TreeMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql(SHARING)
                    .param("names", names.toArray(String[]::new))
                    .param("keys", wanted.toArray(String[]::new))
                    .param("fewest", fewest)
                    .query(row -> {
                        sharing.computeIfAbsent(row.getString(1), name -> new TreeSet<>())
                                .add(row.getString(2));
                    });
        }
        return sharing;
    }

    /**
     * What documents hold.
     *
     * @param before the keys that any of them held before
     * @param writes what makes it so
     */
    record Replaced(Set<String> before, List<Write> writes) {}

    /**
     * These documents hold these keys and no others.
     *
     * @param known those of which any may be there
     */
    Replaced replace(Map<String, ? extends Collection<String>> keysOf, Set<String> known) {
        Set<Held> now = new TreeSet<>();
        keysOf.forEach((id, held) -> held.forEach(key -> now.add(new Held(key, id))));
        Set<Held> before = of(keysOf.keySet().stream().filter(known::contains).toList());
        List<Write> writes = new ArrayList<>();
        change(DELETE, before.stream().filter(held -> !now.contains(held)).toList(), writes);
        change(INSERT, now.stream().filter(held -> !before.contains(held)).toList(), writes);
        return new Replaced(before.stream().map(Held::key).collect(Collectors.toCollection(TreeSet::new)), writes);
    }

    private record Held(String key, String documentId) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            int order = key.compareTo(other.key);
            return order != 0 ? order : documentId.compareTo(other.documentId);
        }
    }

    private Set<Held> of(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select key, document_id from article_key where document_id = any(:ids)")
                        .param("ids", ids.toArray(String[]::new))
                        .query((row, n) -> new Held(row.getString(1), row.getString(2)))
                        .list());
    }

    private static void change(String sql, List<Held> all, List<Write> writes) {
        if (!all.isEmpty()) {
            writes.add(Write.of(
                    sql,
                    all.stream().map(Held::key).toArray(String[]::new),
                    all.stream().map(Held::documentId).toArray(String[]::new),
                    all.stream().map(held -> BlockKeys.order(held.documentId())).toArray(Integer[]::new)));
        }
    }
}
