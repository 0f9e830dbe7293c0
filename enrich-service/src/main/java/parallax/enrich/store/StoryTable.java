package parallax.enrich.store;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.StoryMatcher;
import parallax.enrich.story.StoryState;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.stream.EventJson;

/** The stories, living and gone. */
@Component
class StoryTable {

    private static final String UPSERT = """
            insert into story (id, version, founded_at, split_from, content)
            values (:id, :version, :founded, :from, cast(:content as jsonb))
            on conflict (id) do update set version = excluded.version, content = excluded.content
            """;

    private final JdbcClient jdbc;

    StoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean everExisted(String id) {
        return jdbc.sql("select exists (select 1 from story where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<StoryState> living(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select id, version, founded_at, split_from, content from story where id in (:ids) and not removed")
                .param("ids", ids)
                .query((row, n) -> new StoryState(
                        row.getString("id"),
                        row.getLong("version"),
                        ArticleTable.instant(row, "founded_at"),
                        row.getString("split_from"),
                        EventJson.read(row.getBytes("content"), StoryState.Content.class)))
                .list();
    }

    /** Puts a story at its next version, which is returned. */
    long advance(StoryMatcher.Update update) {
        StoryState story = update.before();
        long version = story.version() + 1;
        jdbc.sql(UPSERT)
                .param("id", story.id())
                .param("version", version)
                .param("founded", story.foundedAt().atOffset(ZoneOffset.UTC))
                .param("from", story.splitFrom())
                .param("content", new String(EventJson.write(update.content()), StandardCharsets.UTF_8))
                .update();
        return version;
    }

    /** Ends a story; the version that says so is returned. */
    long remove(StoryState story, @Nullable String mergedInto) {
        long version = story.version() + 1;
        jdbc.sql(
                        "update story set removed = true, merged_into = :into, version = :version, content = null where id = :id")
                .param("id", story.id())
                .param("version", version)
                .param("into", mergedInto)
                .update();
        return version;
    }

    /** Puts a story in as it was last told. */
    void restore(StoryChanged story) {
        jdbc.sql(UPSERT)
                .param("id", story.storyId())
                .param("version", story.version())
                .param("founded", story.foundedAt().atOffset(ZoneOffset.UTC))
                .param("from", story.splitFrom())
                .param(
                        "content",
                        new String(
                                EventJson.write(new StoryState.Content(
                                        story.interview(), story.members(), story.evidence(), story.near())),
                                StandardCharsets.UTF_8))
                .update();
    }

    /** Puts a story in that has ended: its id is not given again. */
    void restore(StoryRemoved story) {
        jdbc.sql(
                        "insert into story (id, version, founded_at, removed, merged_into) values (:id, :version, :at, true, :into)")
                .param("id", story.storyId())
                .param("version", story.version())
                .param("at", story.removedAt().atOffset(ZoneOffset.UTC))
                .param("into", story.mergedInto())
                .update();
    }
}
