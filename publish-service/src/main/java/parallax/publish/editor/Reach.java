package parallax.publish.editor;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.publish.story.Urn;

/** Where an article has got to, and what of that can be taken back. */
@Repository
class Reach {

    /** The channel {@code c} did not take what was new of the story of lane {@code l}, because a person had changed its post. */
    private static final String KEPT = """
            coalesce((select d.state = 'conflict' from delivery d
                      where d.channel_id = c.id and d.story_id = l.story_id and d.state in ('delivered', 'conflict')
                      order by d.version desc limit 1), false)""";

    private final JdbcClient jdbc;

    Reach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Channels that will be told of a change to the story, each in a sentence. */
    List<String> channels(String storyId) {
        return jdbc.sql("""
                        select c.kind, c.name from channel c join lane l on l.channel_id = c.id
                        where c.active and l.story_id = :story and l.delivered_hash is not null and not %s
                        order by c.created_at, c.id
                        """.formatted(KEPT))
                .param("story", storyId)
                .query((row, n) -> row.getString(1).equals("webhook")
                        ? "Webhook " + row.getString(2) + " is told."
                        : "The post in " + row.getString(2) + " (" + row.getString(1)
                                + ") is changed, or taken down if nothing is left to show; "
                                + "where a person changed it, it stays, and GET /v1/left-behind names it.")
                .list();
    }

    private List<String> keptPosts(String storyId) {
        return jdbc.sql("""
                        select c.kind, c.name from channel c join lane l on l.channel_id = c.id
                        where l.story_id = :story and l.delivered_hash is not null and %s order by c.created_at, c.id
                        """.formatted(KEPT))
                .param("story", storyId)
                .query((row, n) -> "The post in %s (%s) was changed by a person, so it stays: take it down by hand."
                        .formatted(row.getString(2), row.getString(1)))
                .list();
    }

    /** What went out with the article in it and stays out, each in a sentence. */
    List<String> outForEver(String documentId, List<String> storyIds) {
        List<String> out = new ArrayList<>();
        for (String story : storyIds) {
            out.addAll(jdbc.sql("""
                            select c.name, max(d.finished_at) from channel c
                            join delivery d on d.channel_id = c.id and d.story_id = :story and d.state = 'delivered'
                            where c.kind = 'webhook' and d.event_type in ('CREATED', 'UPDATED')
                            group by c.id, c.name, c.created_at order by c.created_at, c.id
                            """)
                    .param("story", story)
                    .query((row, n) -> "Webhook %s was sent story %s, last at %s: what it made of that is its own."
                            .formatted(
                                    row.getString(1), story, row.getTimestamp(2).toInstant()))
                    .list());
            out.addAll(keptPosts(story));
            out.addAll(readers("stories", story, Urn.story(story)));
        }
        out.addAll(readers("articles", documentId, Urn.article(documentId)));
        return out;
    }

    private List<String> readers(String feed, String item, String urn) {
        return jdbc.sql("""
                        select published_at from feed_item where feed = :feed and item = :item and digest is not null
                        """)
                .param("feed", feed)
                .param("item", item)
                .query((row, n) ->
                        "Readers who fetched the feed of %s since %s may keep their copy of the item %s: a feed cannot recall it."
                                .formatted(feed, row.getTimestamp(1).toInstant(), urn))
                .list();
    }
}
