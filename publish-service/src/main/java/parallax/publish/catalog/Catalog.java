package parallax.publish.catalog;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.ArticleEnriched;
import parallax.events.StoryChanged;
import parallax.publish.decision.Decisions;
import parallax.publish.problem.PublishException;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.InsideStory;

/** Stories and articles as the newsroom sees them. */
@Repository
public class Catalog {

    /** So often a story may have been merged, and that into which it was, and so on. */
    private static final int MERGES = 100;

    private final JdbcClient jdbc;
    private final ReadModelJson json;
    private final Decisions decisions;

    Catalog(JdbcClient jdbc, ReadModelJson json, Decisions decisions, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.json = json;
        this.decisions = decisions;
        meters.gauge("parallax.stories", this, Catalog::count);
    }

    /** Newest change first. */
    public Page<InsideStory> page(PageRequest asked) {
        List<StoryRow> rows = jdbc.sql("""
                        select shown, shown_at from story
                        where shown is not null and (shown_at, id) < (:time, :id)
                          and exists (select 1 from story_member m join article a using (document_id)
                                      where m.story_id = story.id and not m.pending and a.event is not null)
                        order by shown_at desc, id desc limit :limit
                        """)
                .param("time", asked.after().time().atOffset(ZoneOffset.UTC))
                .param("id", asked.after().id())
                .param("limit", asked.toFind())
                .query((row, n) -> new StoryRow(
                        json.read(row.getString(1), StoryChanged.class),
                        row.getTimestamp(2).toInstant()))
                .list();
        Page<StoryRow> page = Page.of(
                rows, asked, row -> new Cursor(row.shownAt(), row.story().storyId()));
        return new Page<>(
                withArticles(page.items().stream().map(StoryRow::story).toList()), page.next());
    }

    /**
     * One story.
     *
     * @throws PublishException.NotFound if it is not known, or gone
     * @throws PublishException.Merged if another story took its articles
     */
    public InsideStory story(String id) {
        record Found(Optional<String> shown, Optional<String> mergedInto) {}
        Found found = jdbc.sql("select shown, merged_into from story where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Found(Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))))
                .optional()
                .orElseThrow(() -> new PublishException.NotFound("story", id));
        if (found.mergedInto().isPresent()) {
            throw new PublishException.Merged(id, found.mergedInto().get());
        }
        StoryChanged story = found.shown()
                .map(shown -> json.read(shown, StoryChanged.class))
                .orElseThrow(() -> new PublishException.NotFound("story", id));
        InsideStory inside = withArticles(List.of(story)).get(0);
        if (inside.articles().isEmpty()) {
            throw new PublishException.NotFound("story", id);
        }
        return inside;
    }

    /**
     * One story, or the one that has its articles now.
     *
     * @throws PublishException.NotFound if it is not known, or gone
     */
    public InsideStory current(String id) {
        String at = id;
        for (int hops = 0; hops < MERGES; hops++) {
            try {
                return story(at);
            } catch (PublishException.Merged e) {
                at = e.mergedInto();
            }
        }
        throw new PublishException.NotFound("story", id);
    }

    /**
     * One article.
     *
     * @throws PublishException.NotFound if it is not known, or withdrawn
     */
    public ArticleEnriched article(String documentId) {
        record Found(@Nullable String event, Instant changedAt) {}
        Found found = jdbc.sql("select event, changed_at from article where document_id = :id")
                .param("id", documentId)
                .query((row, n) ->
                        new Found(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional()
                .orElseThrow(() -> new PublishException.NotFound("article", documentId));
        if (found.event() == null) {
            throw new PublishException.NotFound(
                    "article",
                    documentId,
                    "it was withdrawn at " + found.changedAt()
                            + ". GET /v1/left-behind lists what is still out though it was to be taken back.");
        }
        return json.read(found.event(), ArticleEnriched.class);
    }

    /** The story that shows the article, if one does yet. */
    public Optional<String> storyOf(String documentId) {
        return jdbc
                .sql("select story_id from story_member where document_id = :id and not pending order by story_id")
                .param("id", documentId)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    /** How many stories are shown. */
    public long count() {
        return jdbc.sql("select count(*) from story where shown is not null")
                .query(Long.class)
                .single();
    }

    private List<InsideStory> withArticles(List<StoryChanged> stories) {
        Map<String, List<ArticleEnriched>> byStory = new LinkedHashMap<>();
        stories.forEach(story -> byStory.put(story.storyId(), new ArrayList<>()));
        if (!stories.isEmpty()) {
            jdbc.sql("""
                            select m.story_id, a.event from story_member m join article a using (document_id)
                            where m.story_id in (:ids) and not m.pending and a.event is not null
                            order by m.story_id, a.document_id
                            """)
                    .param("ids", byStory.keySet())
                    .query((row, n) -> Map.entry(row.getString(1), json.read(row.getString(2), ArticleEnriched.class)))
                    .list()
                    .forEach(entry -> byStory.getOrDefault(entry.getKey(), new ArrayList<>())
                            .add(entry.getValue()));
        }
        EditorsWord word = decisions.word(byStory.values().stream()
                .flatMap(List::stream)
                .map(ArticleEnriched::documentId)
                .toList());
        return stories.stream()
                .map(story ->
                        new InsideStory(story, List.copyOf(byStory.getOrDefault(story.storyId(), List.of())), word))
                .toList();
    }

    private record StoryRow(StoryChanged story, Instant shownAt) {}
}
