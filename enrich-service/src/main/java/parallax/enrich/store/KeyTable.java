package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.BlockKeys;

/** Which articles hold which keys. */
@Component
class KeyTable {

    private static final String HOLDERS = """
            select wanted, holder.document_id from unnest(cast(:keys as text[])) as wanted cross join lateral (
                select document_id, place from article_key where key = wanted order by place, document_id limit :most
            ) as holder order by wanted, holder.place, holder.document_id
            """;

    private static final String SHARING = """
            select name, document_id from (
                select name, holder.document_id, row_number() over (
                    partition by name order by count(*) desc, holder.place, holder.document_id) as rank
                from unnest(cast(:names as text[]), cast(:keys as text[])) as wanted (name, key) cross join lateral (
                    select document_id, place from article_key where key = wanted.key order by place, document_id limit :holders
                ) as holder group by name, holder.place, holder.document_id having count(*) >= :fewest
            ) as ranked where rank <= :most order by name, rank
            """;

    private static final String INSERT = """
            insert into article_key (key, document_id, place)
            select * from unnest(cast(:keys as text[]), cast(:ids as text[]), cast(:places as integer[]))
            """;

    private final JdbcClient jdbc;

    KeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first holders of each of {@code keys} in the order of their places. */
    Map<String, List<String>> holders(Collection<String> keys, int most) {
        Map<String, List<String>> holders = new TreeMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql(HOLDERS)
                    .param("keys", keys.toArray(String[]::new))
                    .param("most", most)
                    .query(row -> {
                        holders.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return holders;
    }

    /** See {@link parallax.enrich.story.Library#sharing}. */
    Map<String, List<String>> sharing(Map<String, Set<String>> keysOf, int fewest, int holders, int most) {
        List<String> names = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        keysOf.forEach((name, held) -> held.forEach(key -> {
            names.add(name);
            wanted.add(key);
        }));
        Map<String, List<String>> sharing = new TreeMap<>();
        if (!wanted.isEmpty()) {
            jdbc.sql(SHARING)
                    .param("names", names.toArray(String[]::new))
                    .param("keys", wanted.toArray(String[]::new))
                    .param("holders", holders)
                    .param("fewest", fewest)
                    .param("most", most)
                    .query(row -> {
                        sharing.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return sharing;
    }

    /**
     * These documents hold these keys and no others.
     *
     * @return the keys that any of them held before
     */
    Set<String> replace(Map<String, ? extends Collection<String>> keysOf) {
        Set<String> before =
                new TreeSet<>(jdbc.sql("delete from article_key where document_id = any(:ids) returning key")
                        .param("ids", keysOf.keySet().toArray(String[]::new))
                        .query(String.class)
                        .list());
        List<String> keys = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        keysOf.forEach((id, held) -> held.forEach(key -> {
            keys.add(key);
            ids.add(id);
            places.add(BlockKeys.order(id));
        }));
        jdbc.sql(INSERT)
                .param("keys", keys.toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .param("places", places.toArray(Integer[]::new))
                .update();
        return before;
    }
}
