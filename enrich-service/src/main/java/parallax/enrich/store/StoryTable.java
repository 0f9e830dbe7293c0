package parallax.enrich.store;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
            select id, version, cast(founded as timestamptz), split_from, content
            from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[])) as row (id, version, founded, split_from, content)
            on conflict (id) do update set version = excluded.version, content = excluded.content
            """;

    private static final String REMOVE =
            "update story set removed = true, merged_into = ?, version = ?, content = null where id = ?";

    private final JdbcClient jdbc;

    StoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of {@code ids} that any story has or had. */
    Set<String> everExisted(Set<String> ids) {
        return Set.copyOf(jdbc.sql("select id from story where id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    List<StoryState> living(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "select id, version, founded_at, split_from, content from story where id = any(:ids) and not removed")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new StoryState(
                        row.getString("id"),
                        row.getLong("version"),
                        ArticleTable.instant(row, "founded_at"),
                        row.getString("split_from"),
                        EventJson.read(row.getBytes("content"), StoryState.Content.class)))
                .list();
    }

    /** Puts stories at their next versions. */
    static Write advance(Collection<StoryMatcher.Update> updates) {
        return put(updates.stream()
                .map(update -> new StoryState(
                        update.before().id(),
                        update.version(),
                        update.before().foundedAt(),
                        update.before().splitFrom(),
                        update.content()))
                .toList());
    }

    private static Write put(List<StoryState> states) {
        return Write.of(
                UPSERT,
                states.stream().map(StoryState::id).toArray(String[]::new),
                states.stream().map(StoryState::version).toArray(Long[]::new),
                states.stream().map(state -> state.foundedAt().toString()).toArray(String[]::new),
                states.stream().map(StoryState::splitFrom).toArray(String[]::new),
                states.stream()
                        .map(state -> new String(
                                EventJson.write(Objects.requireNonNull(state.content())), StandardCharsets.UTF_8))
                        .toArray(String[]::new));
    }

    /** Ends a story: its next version says so. */
    static Write remove(StoryState story, @Nullable String mergedInto) {
        return new Write(REMOVE, Arrays.asList(mergedInto, story.version() + 1, story.id()));
    }

    /** Puts a story in as it was last told. */
    void restore(StoryChanged story) {
        StoryState.Content content =
                new StoryState.Content(story.interview(), story.members(), story.evidence(), story.near());
        Write.all(
                jdbc,
                List.of(put(List.of(new StoryState(
                        story.storyId(), story.version(), story.foundedAt(), story.splitFrom(), content)))));
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
