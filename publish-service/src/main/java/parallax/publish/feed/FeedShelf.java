package parallax.publish.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.ArticleEnriched;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;

/** What feeds are made of. First only what tells whether a feed has changed, then, if it is needed, the rest. */
@Repository
class FeedShelf {

    private final JdbcClient jdbc;
    private final ReadModelJson json;

    FeedShelf(JdbcClient jdbc, ReadModelJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Items from the newest change on, those behind {@code before} only. */
    List<Head> heads(FeedKind kind, FeedFilter filter, long before, int limit) {
        List<List<String>> facets = filter.facets();
        StringBuilder sql = new StringBuilder(HEADS.formatted(table(kind), id(kind)));
        for (int n = 0; n < facets.size(); n++) {
            sql.append(" and x.facets && cast(:facets").append(n).append(" as text[])");
        }
        JdbcClient.StatementSpec statement = jdbc.sql(
                        sql.append(" and f.seq < :before order by f.seq desc limit :limit")
                                .toString())
                .param("feed", kind.path())
                .param("before", before)
                .param("limit", limit);
        for (int n = 0; n < facets.size(); n++) {
            statement = statement.param("facets" + n, facets.get(n).toArray(String[]::new));
        }
        return statement.query((row, n) -> head(kind, row)).list();
    }

    private static final String HEADS = """
            select f.item, x.outside_hash, f.seq, f.published_at, f.updated_at
            from feed_item f join %s x on x.%s = f.item
            where f.feed = :feed and x.outside_hash is not null""";

    /** The items that were issued at the places from {@code first} to {@code last}, in that order, as they are now. */
    List<Head> volume(FeedKind kind, long first, long last) {
        return jdbc.sql(HEADS.formatted(table(kind), id(kind)) + """
                         and f.item in (select item from feed_issue where feed = :feed and seq between :first and :last)
                        order by (select max(i.seq) from feed_issue i
                                  where i.feed = :feed and i.item = f.item and i.seq between :first and :last) desc
                        """)
                .param("feed", kind.path())
                .param("first", first)
                .param("last", last)
                .query((row, n) -> head(kind, row))
                .list();
    }

    /** The last place given, and when. */
    Last last(FeedKind kind) {
        return jdbc.sql("""
                        select i.seq, i.issued_at, coalesce(cast(r.mark as text), '')
                        from feed_issue i left join feed_rewritten r on r.feed = i.feed
                        where i.feed = :feed order by i.seq desc limit 1
                        """)
                .param("feed", kind.path())
                .query((row, n) -> new Last(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3)))
                .optional()
                .orElse(new Last(0, Instant.EPOCH, ""));
    }

    /** When an item of a volume last changed, or left. */
    Instant lastChange(FeedKind kind, long first, long last) {
        return jdbc.sql("""
                        select max(updated_at) from feed_item
                        where feed = :feed
                          and item in (select item from feed_issue where feed = :feed and seq between :first and :last)
                        """)
                .param("feed", kind.path())
                .param("first", first)
                .param("last", last)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** The head of one item, if it is outside. */
    List<Head> one(FeedKind kind, String item) {
        return jdbc.sql(HEADS.formatted(table(kind), id(kind)) + " and f.item = :item")
                .param("feed", kind.path())
                .param("item", item)
                .query((row, n) -> head(kind, row))
                .list();
    }

    /** The story that took a story's articles. */
    Optional<String> mergedInto(String story) {
        return jdbc.sql("select merged_into from story where id = :id and merged_into is not null")
                .param("id", story)
                .query(String.class)
                .optional();
    }

    /** The items of {@code heads} as they are now, by their ids; what left meanwhile is left out. */
    Map<String, Found> read(FeedKind kind, List<Head> heads, String base, Wording wording) {
        Map<String, Head> byId = heads.stream().collect(Collectors.toMap(Head::id, head -> head));
        Map<String, Found> items = new HashMap<>();
        if (byId.isEmpty()) {
            return items;
        }
        jdbc.sql("select %s, %s, outside_hash from %s where %s in (:ids) and outside_hash is not null"
                        .formatted(id(kind), kind == FeedKind.STORIES ? "outside" : "event", table(kind), id(kind)))
                .param("ids", byId.keySet())
                .query(row -> {
                    Head head = Objects.requireNonNull(byId.get(row.getString(1)));
                    items.put(
                            head.id(),
                            new Found(item(kind, row.getString(2), head.dates(), base, wording), row.getString(3)));
                });
        return items;
    }

    /** What feeds can be narrowed to, with how many items each has, most first. */
    List<String> facets(FeedKind kind, String prefix, int limit) {
        return jdbc.sql("""
                        select substr(facet, length(:prefix) + 1) from %s x, unnest(x.facets) facet
                        where x.outside_hash is not null and starts_with(facet, :prefix)
                        group by facet order by count(*) desc, facet limit :limit
                        """.formatted(table(kind)))
                .param("prefix", prefix)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    private Item item(FeedKind kind, String stored, Item.Dates dates, String base, Wording wording) {
        return kind == FeedKind.STORIES
                ? Items.of(json.read(stored, OutsideStory.class), dates, base, wording)
                : Items.of(OutsideArticle.full(json.read(stored, ArticleEnriched.class)), dates, base, wording);
    }

    static String table(FeedKind kind) {
        return kind == FeedKind.STORIES ? "story" : "article";
    }

    static String id(FeedKind kind) {
        return kind == FeedKind.STORIES ? "id" : "document_id";
    }

    static Head head(FeedKind kind, ResultSet row) throws SQLException {
        return Head.of(
                kind,
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                new Item.Dates(
                        row.getTimestamp(4).toInstant(), row.getTimestamp(5).toInstant()));
    }

    /**
     * What tells whether an item has changed.
     *
     * @param token differs whenever the item differs
     * @param sequence its latest place
     * @param mark short for all that the item is made of
     */
    record Head(String id, String token, long sequence, Item.Dates dates, String mark) {

        static Head of(FeedKind kind, String id, String token, long sequence, Item.Dates dates) {
            String all = String.join("\n", kind.path(), id, token, dates.toString());
            return new Head(id, token, sequence, dates, Digest.of(all));
        }
    }

    /**
     * An item as it is in the database.
     *
     * @param token of that; another than its head's if it has changed since
     */
    record Found(Item item, String token) {}

    /**
     * How far a feed is.
     *
     * @param mark another whenever places that were given were given anew
     */
    record Last(long sequence, Instant issuedAt, String mark) {

        /** Whether all that was read up to {@code earlier} still stands. */
        boolean goesOnFrom(Last earlier) {
            return sequence >= earlier.sequence && mark.equals(earlier.mark);
        }
    }
}
