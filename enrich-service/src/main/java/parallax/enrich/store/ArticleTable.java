package parallax.enrich.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.story.Member;
import parallax.stream.EventJson;

/** The articles as the matching needs them, found by key. */
@Component
class ArticleTable {

    private static final String UPSERT = """
            insert into article (document_id, revision, received_at, withdrawn, fingerprint, facts)
            values (:id, :revision, :at, :withdrawn, :fingerprint, cast(:facts as jsonb))
            on conflict (document_id) do update set revision = excluded.revision, received_at = excluded.received_at,
                withdrawn = excluded.withdrawn, fingerprint = excluded.fingerprint, facts = excluded.facts
            """;

    /** Those that share a key or a story with one of the given, directly or through others. */
    private static final String BLOCK = """
            with recursive block(document_id) as (
                select unnest(cast(:ids as text[]))
                union
                select next.document_id from block
                cross join lateral (
                    select other.document_id from article_key mine join article_key other using (key)
                    where mine.document_id = block.document_id
                    union all
                    select other.document_id from article mine join article other using (story_id)
                    where mine.document_id = block.document_id
                ) as next
            )
            select document_id from block
            """;

    private final JdbcClient jdbc;

    ArticleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is stored of a document.
     *
     * @param at when ingest accepted what is stored
     * @param fingerprint of what was last emitted
     * @param storyId the story it stands in, if any
     */
    record Stored(
            Instant at,
            boolean withdrawn,
            String fingerprint,
            @Nullable String storyId) {}

    Optional<Stored> find(String id) {
        return jdbc.sql("select received_at, withdrawn, fingerprint, story_id from article where document_id = :id")
                .param("id", id)
                .query((row, n) -> new Stored(
                        instant(row, "received_at"),
                        row.getBoolean("withdrawn"),
                        row.getString("fingerprint"),
                        row.getString("story_id")))
                .optional();
    }

    void put(
            String id, String revision, Instant at, String fingerprint, InterviewFacts facts, Collection<String> keys) {
        upsert(id, revision, at, false, fingerprint, text(facts));
        replaceKeys(id, keys);
    }

    void withdraw(String id, Instant at) {
        upsert(id, "", at, true, "", null);
        replaceKeys(id, List.of());
        jdbc.sql("update article set story_id = null where document_id = :id")
                .param("id", id)
                .update();
    }

    void assign(Collection<String> ids, String storyId) {
        jdbc.sql("update article set story_id = :story where document_id in (:ids)")
                .param("story", storyId)
                .param("ids", ids)
                .update();
    }

    Set<String> block(Collection<String> ids) {
        return new TreeSet<>(jdbc.sql(BLOCK)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Set<String> keys(Collection<String> ids) {
        return new TreeSet<>(jdbc.sql("select distinct key from article_key where document_id in (:ids)")
                .param("ids", ids)
                .query(String.class)
                .list());
    }

    /** The stories that articles of {@code ids} stand in. */
    Set<String> stories(Collection<String> ids) {
        return new TreeSet<>(
                jdbc.sql("select distinct story_id from article where document_id in (:ids) and story_id is not null")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /** Those of {@code ids} that are not withdrawn. */
    List<Member> members(Collection<String> ids) {
        return jdbc.sql(
                        "select facts, revision, received_at, story_id from article where document_id in (:ids) and not withdrawn order by document_id")
                .param("ids", ids)
                .query((row, n) -> new Member(
                        EventJson.read(row.getBytes("facts"), InterviewFacts.class),
                        row.getString("revision"),
                        instant(row, "received_at"),
                        row.getString("story_id")))
                .list();
    }

    private void upsert(
            String id, String revision, Instant at, boolean withdrawn, String fingerprint, @Nullable String facts) {
        jdbc.sql(UPSERT)
                .param("id", id)
                .param("revision", revision)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("withdrawn", withdrawn)
                .param("fingerprint", fingerprint)
                .param("facts", facts)
                .update();
    }

    private void replaceKeys(String id, Collection<String> keys) {
        jdbc.sql("delete from article_key where document_id = :id")
                .param("id", id)
                .update();
        for (String key : keys) {
            jdbc.sql("insert into article_key (key, document_id) values (:key, :id)")
                    .param("key", key)
                    .param("id", id)
                    .update();
        }
    }

    private static String text(InterviewFacts facts) {
        return new String(EventJson.write(facts), java.nio.charset.StandardCharsets.UTF_8);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
