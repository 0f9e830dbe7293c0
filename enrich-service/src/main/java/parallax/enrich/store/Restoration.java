package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;

/**
 * Fills an empty database from what Kafka kept: stories as they were last told, so that each keeps its id, and articles read anew
 * from their documents. In one transaction: a restoration that is broken off has not happened.
 */
@Component
public class Restoration {

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    /** Any number, so long as it is the same in every instance and no other lock's. */
    private static final long OWNER = 0x0B0C_FEED;

    private final JdbcClient jdbc;
    private final ArticleTable articles;
    private final StoryTable stories;
    private final StoryStore store;

    Restoration(JdbcClient jdbc, ArticleTable articles, StoryTable stories, StoryStore store) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.stories = stories;
        this.store = store;
    }

    /** Whether the database holds nothing. */
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from article) or exists (select 1 from story)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Restores, unless another instance has meanwhile.
     *
     * @param told the last event of each story
     * @param kept hands every decision and the last revision of every document on, in batches
     */
    @Transactional
    public void restore(Collection<Event> told, Consumer<Consumer<List<Change>>> kept) {
        jdbc.sql("select pg_advisory_xact_lock(:owner)")
                .param("owner", OWNER)
                .query((row, n) -> n)
                .list();
        if (!isEmpty()) {
            return;
        }
        List<StoryChanged> living = new ArrayList<>();
        for (Event event : told) {
            if (event instanceof StoryChanged story) {
                stories.restore(story);
                living.add(story);
            } else if (event instanceof StoryRemoved story) {
                stories.restore(story);
            }
        }
        kept.accept(store::restore);
        living.forEach(story -> Write.all(
                jdbc,
                List.of(ArticleTable.assign(story.members().stream()
                        .collect(Collectors.toMap(StoryChanged.Member::documentId, member -> story.storyId()))))));
        store.regroup(articles.all());
        log.info("restored {} stories from Kafka", living.size());
    }
}
