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
import parallax.enrich.store.Change.Received;
import parallax.enrich.story.BlockKeys;
import parallax.enrich.story.Member;
import parallax.events.ArticleEnriched;
import parallax.stream.EventJson;

/** The articles as the matching needs them, found by key. */
@Component
class ArticleTable {

    private static final String UPSERT = """
            insert into article (document_id, revision, received_at, withdrawn, fingerprint, facts, content)
            values (:id, :revision, :at, :withdrawn, :fingerprint, :facts, :content)
            on conflict (document_id) do update set revision = excluded.revision, received_at = excluded.received_at,
                withdrawn = excluded.withdrawn, fingerprint = excluded.fingerprint, facts = excluded.facts,
                content = excluded.content
            """;

    private static final String HOLDERS = """
            select distinct holder.document_id from unnest(cast(:keys as text[])) as wanted cross join lateral (
                select document_id from article_key where key = wanted order by place, document_id limit :most
            ) as holder
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

    void put(Received received, String fingerprint) {
        ArticleEnriched article = received.annotated().article();
        InterviewFacts facts = received.annotated().facts();
        upsert(
                article.documentId(),
                article.revision(),
                received.at(),
                false,
                fingerprint,
                text(facts),
                received.content());
        replaceKeys(article.documentId(), BlockKeys.of(facts));
    }

    void withdraw(String id, Instant at) {
        upsert(id, "", at, true, "", null, null);
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

    Set<String> keys(Collection<String> ids) {
        return ids.isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(jdbc.sql("select distinct key from article_key where document_id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    /** The first holders of {@code key} in the order of their places. */
    List<String> holders(String key, int most) {
        return jdbc.sql("select document_id from article_key where key = :key order by place, document_id limit :most")
                .param("key", key)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** The first holders of each of {@code keys}. */
    Set<String> holdersOfAny(Collection<String> keys, int most) {
        return new TreeSet<>(jdbc.sql(HOLDERS)
                .param("keys", keys.toArray(String[]::new))
                .param("most", most)
                .query(String.class)
                .list());
    }

    /** The articles that stand in one of {@code storyIds}. */
    Set<String> inStories(Collection<String> storyIds) {
        return storyIds.isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(jdbc.sql("select document_id from article where story_id in (:stories)")
                        .param("stories", storyIds)
                        .query(String.class)
                        .list());
    }

    /** Every article that is not withdrawn. */
    List<String> all() {
        return jdbc.sql("select document_id from article where not withdrawn order by document_id")
                .query(String.class)
                .list();
    }

    /** What the document said. */
    String content(String id) {
        return jdbc.sql("select content from article where document_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** The stories that articles of {@code ids} stand in. */
    Set<String> stories(Collection<String> ids) {
        return ids.isEmpty()
                ? new TreeSet<>()
                : new TreeSet<>(jdbc.sql(
                                "select distinct story_id from article where document_id in (:ids) and story_id is not null")
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
            String id,
            String revision,
            Instant at,
            boolean withdrawn,
            String fingerprint,
            @Nullable String facts,
            @Nullable String content) {
        jdbc.sql(UPSERT)
                .param("id", id)
                .param("revision", revision)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("withdrawn", withdrawn)
                .param("fingerprint", fingerprint)
                .param("facts", facts)
                .param("content", content)
                .update();
    }

    private void replaceKeys(String id, Collection<String> keys) {
        jdbc.sql("delete from article_key where document_id = :id")
                .param("id", id)
                .update();
        jdbc.sql(
                        "insert into article_key (key, document_id, place) select key, :id, :place from unnest(cast(:keys as text[])) as key")
                .param("id", id)
                .param("place", BlockKeys.order(id))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private static String text(InterviewFacts facts) {
        return new String(EventJson.write(facts), java.nio.charset.StandardCharsets.UTF_8);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
