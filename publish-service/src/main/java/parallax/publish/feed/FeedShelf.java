package parallax.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    List<Head> heads(FeedKind kind, FeedFilter filter, int limit) {
        String sql = kind == FeedKind.STORIES ? """
                  select id, outside_hash, updated_at from story where outside is not null and facets @> cast(:facets as text[])
                  order by updated_at desc, id limit :limit
                  """ : """
                  select document_id, revision || enriched_at, changed_at from article where visible and facets @> cast(:facets as text[])
                  order by changed_at desc, document_id limit :limit
                  """;
        return jdbc.sql(sql)
                .param("facets", filter.facets().toArray(String[]::new))
                .param("limit", limit)
                .query((row, n) -> new Head(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
    }

    /** The items of {@code heads}, in their order; what left meanwhile is left out. */
    List<Item> items(FeedKind kind, List<Head> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        List<String> ids = heads.stream().map(Head::id).toList();
        Map<String, Item> byId = (kind == FeedKind.STORIES ? stories(ids) : articles(ids))
                .stream().collect(Collectors.toMap(Found::id, Found::item));
        return ids.stream().filter(byId::containsKey).map(byId::get).toList();
    }

    private List<Found> stories(List<String> ids) {
        return jdbc.sql("select id, outside from story where id in (:ids) and outside is not null")
                .param("ids", ids)
                .query((row, n) ->
                        new Found(row.getString(1), Items.of(json.read(row.getString(2), OutsideStory.class))))
                .list();
    }

    private List<Found> articles(List<String> ids) {
        return jdbc.sql("""
                        select document_id, event, first_seen_at, changed_at from article
                        where document_id in (:ids) and visible
                        """)
                .param("ids", ids)
                .query((row, n) -> new Found(
                        row.getString(1),
                        Items.of(
                                OutsideArticle.full(json.read(row.getString(2), ArticleEnriched.class)),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4).toInstant())))
                .list();
    }

    /**
     * What tells whether an item has changed.
     *
     * @param token differs whenever the item differs
     */
    record Head(String id, String token, Instant updated) {}

    private record Found(String id, Item item) {}
}
