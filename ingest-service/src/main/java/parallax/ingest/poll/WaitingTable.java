package parallax.ingest.poll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.feed.FeedItem;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code source_waiting}: items that wait for their pages. A feed that has news drops its oldest, and they would be lost. */
@Repository
class WaitingTable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    WaitingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Items that are in their feed no more, the newest first.
     *
     * @param byFormat by the formats of their feeds
     * @param more how many others there are
     */
    record Left(Map<String, List<FeedItem>> byFormat, int more) {}

    /** Items of a source that wait and are none of {@code here}. */
    Left left(String source, Collection<String> here, int most) {
        record Row(String format, FeedItem item, int all) {}
        List<Row> rows = jdbc.sql("""
                select format, item, count(*) over () as all_left from source_waiting w
                where source = ? and not exists (select from unnest(?::text[]) as here (key) where here.key = w.key)
                order by published desc nulls first, key limit ?
                """)
                .param(source)
                .param(here.toArray(String[]::new))
                .param(most)
                .query((row, number) -> new Row(
                        row.getString("format"),
                        JSON.readValue(row.getString("item"), FeedItem.class),
                        row.getInt("all_left")))
                .list();
        Map<String, List<FeedItem>> byFormat = new LinkedHashMap<>();
        rows.forEach(row -> byFormat.computeIfAbsent(row.format(), format -> new ArrayList<>())
                .add(row.item()));
        return new Left(byFormat, rows.isEmpty() ? 0 : rows.get(0).all() - rows.size());
    }

    /** Of {@code items}, which were looked at just now, those that wait are kept and the others are not. */
    void keep(String source, String format, List<FeedItem> items, List<FeedItem> waiting) {
        jdbc.sql("delete from source_waiting where source = ? and key = any(?::text[]) and key <> all(?::text[])")
                .param(source)
                .param(keys(items))
                .param(keys(waiting))
                .update();
        if (waiting.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into source_waiting (source, key, format, published, item)
                select s.name, i.key, ?, i.published::timestamptz, i.item
                from source s, unnest(?::text[], ?::text[], ?::text[]) as i (key, published, item)
                where s.name = ? for key share of s
                on conflict (source, key) do update set published = excluded.published, item = excluded.item
                    where source_waiting.item <> excluded.item
                """)
                .param(format)
                .param(keys(waiting))
                .param(waiting.stream().map(WaitingTable::published).toArray(String[]::new))
                .param(waiting.stream().map(JSON::writeValueAsString).toArray(String[]::new))
                .param(source)
                .update();
    }

    private static String[] keys(List<FeedItem> items) {
        return items.stream().map(FeedItem::key).toArray(String[]::new);
    }

    private static @Nullable String published(FeedItem item) {
        return item.published() == null ? null : item.published().toString();
    }
}
