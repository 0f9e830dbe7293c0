package parallax.enrich.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.store.Change.Received;
import parallax.enrich.store.Profiles.Kept;
import parallax.enrich.store.Profiles.Version;
import parallax.enrich.story.Member;
import parallax.enrich.story.Profile;
import parallax.enrich.story.Sketch;

/** The articles as the matching needs them. */
@Component
class ArticleTable {

    private static final String UPSERT = """
            insert into article (document_id, revision, received_at, withdrawn, fingerprint, facts, content, sketch)
            select id, revision, cast(at as timestamptz), facts is null, fingerprint, facts, content, sketch
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as bytea[]), cast(? as text[]), cast(? as bytea[]))
                as row (id, revision, at, fingerprint, facts, content, sketch)
            on conflict (document_id) do update set revision = excluded.revision, received_at = excluded.received_at,
                withdrawn = excluded.withdrawn, fingerprint = excluded.fingerprint, facts = excluded.facts,
                content = excluded.content, sketch = excluded.sketch,
                story_id = case when excluded.withdrawn then null else article.story_id end
            """;

    /** Facts only of those that are not at hand as they are stored. */
    private static final String MEMBERS = """
            select document_id, article.revision, article.fingerprint, received_at, story_id, case
                when article.revision = known.revision and article.fingerprint = known.fingerprint then null else facts end as facts
            from unnest(cast(:ids as text[]), cast(:revisions as text[]), cast(:fingerprints as text[]))
                as known (id, revision, fingerprint)
            join article on document_id = known.id where not withdrawn order by document_id
            """;

    private static final String ASSIGN = """
            update article set story_id = told.story_id
            from unnest(cast(? as text[]), cast(? as text[])) as told (id, story_id)
            where document_id = told.id and article.story_id is distinct from told.story_id
            """;

    private final JdbcClient jdbc;
    private final Profiles profiles;

    ArticleTable(JdbcClient jdbc, Profiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    /**
     * What is stored of a document.
     *
     * @param at when ingest accepted what is stored
     * @param fingerprint of what was last emitted; empty once it is withdrawn
     * @param storyId the story it stands in, if any
     */
    record Stored(
            Instant at,
            boolean withdrawn,
            String fingerprint,
            @Nullable String storyId) {}

    /**
     * What is to be stored of a document.
     *
     * @param received null to withdraw it
     */
    record Row(
            String id,
            Instant at,
            String fingerprint,
            @Nullable Received received) {

        private <T> @Nullable T of(Function<Received, T> value) {
            return received == null ? null : value.apply(received);
        }
    }

    /** Those of {@code ids} that are stored. */
    Map<String, Stored> find(Collection<String> ids) {
        Map<String, Stored> found = new TreeMap<>();
        jdbc.sql(
                        "select document_id, received_at, withdrawn, fingerprint, story_id from article where document_id = any(:ids)")
                .param("ids", array(ids))
                .query(row -> {
                    found.put(
                            row.getString("document_id"),
                            new Stored(
                                    instant(row, "received_at"),
                                    row.getBoolean("withdrawn"),
                                    row.getString("fingerprint"),
                                    row.getString("story_id")));
                });
        return found;
    }

    /** Puts documents in, each at most once. */
    Write put(Collection<Row> rows) {
        List<Row> all = List.copyOf(rows);
        all.forEach(this::keep);
        return Write.of(
                UPSERT,
                column(all, Row::id),
                column(
                        all,
                        row -> row.received() == null
                                ? ""
                                : row.received().annotated().article().revision()),
                column(all, row -> row.at().toString()),
                column(all, Row::fingerprint),
                bytes(all, received -> StoredFacts.write(received.annotated().facts())),
                column(all, row -> row.of(Received::content)),
                bytes(all, received -> received.profile().sketch().bytes()));
    }

    private void keep(Row row) {
        if (row.received() != null) {
            String revision = row.received().annotated().article().revision();
            profiles.keep(
                    new Version(row.id(), revision, row.fingerprint()),
                    row.received().profile());
        }
    }

    /** Each of these documents stands in that story. */
    static Write assign(Map<String, String> storyOf) {
        return Write.of(ASSIGN, array(storyOf.keySet()), array(storyOf.values()));
    }

    /** Takes documents out, with their keys. */
    static Write delete(Collection<String> ids) {
        return Write.of("delete from article where document_id = any(cast(? as text[]))", (Object) array(ids));
    }

    /** The articles that stand in one of {@code storyIds}. */
    Set<String> companions(Collection<String> storyIds) {
        return storyIds.isEmpty()
                ? Set.of()
                : strings(jdbc.sql("select document_id from article where story_id = any(:stories)")
                        .param("stories", array(storyIds)));
    }

    /** Every article that is not withdrawn. */
    List<String> all() {
        return jdbc.sql("select document_id from article where not withdrawn order by document_id")
                .query(String.class)
                .list();
    }

    /** What the documents said. */
    Map<String, String> contents(Collection<String> ids) {
        Map<String, String> contents = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select document_id, content from article where document_id = any(:ids)")
                    .param("ids", array(ids))
                    .query(row -> {
                        contents.put(row.getString(1), row.getString(2));
                    });
        }
        return contents;
    }

    /** Those of {@code ids} that are not withdrawn. To read their facts is most of the work: all processors do. */
    List<Member> members(Collection<String> ids) {
        Map<String, Kept> known = new HashMap<>();
        for (String id : ids) {
            Kept kept = profiles.find(id);
            if (kept != null) {
                known.put(id, kept);
            }
        }
        return jdbc
                .sql(MEMBERS)
                .param("ids", array(ids))
                .param("revisions", versions(ids, known, Version::revision))
                .param("fingerprints", versions(ids, known, Version::fingerprint))
                .query((row, n) -> new Read(
                        new Version(
                                row.getString("document_id"), row.getString("revision"), row.getString("fingerprint")),
                        instant(row, "received_at"),
                        row.getString("story_id"),
                        row.getBytes("facts")))
                .list()
                .parallelStream()
                .map(read -> member(read, known.get(read.version().documentId())))
                .toList();
    }

    /**
     * An article as it was read.
     *
     * @param facts null if they are at hand
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way, never compared
    private record Read(
            Version version, Instant receivedAt, @Nullable String storyId, byte @Nullable [] facts) {}

    private static Object versions(Collection<String> ids, Map<String, Kept> known, Function<Version, String> value) {
        return ids.stream()
                .map(known::get)
                .map(kept -> kept == null ? null : value.apply(kept.version()))
                .toArray(String[]::new);
    }

    private Member member(Read read, @Nullable Kept kept) {
        Profile profile = read.facts() == null
                ? Objects.requireNonNull(kept).profile()
                : profiles.keep(read.version(), Profile.of(StoredFacts.read(read.facts())));
        return new Member(profile, read.version().revision(), read.receivedAt(), read.storyId());
    }

    /** The sketches of those of {@code ids} that have one: an earlier release stored none. */
    Map<String, Sketch> sketches(Collection<String> ids) {
        Map<String, Sketch> sketches = new TreeMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select document_id, sketch from article where document_id = any(:ids) and sketch is not null")
                    .param("ids", array(ids))
                    .query(row -> {
                        sketches.put(row.getString(1), Sketch.ofBytes(row.getBytes(2)));
                    });
        }
        return sketches;
    }

    private static Set<String> strings(JdbcClient.StatementSpec statement) {
        return new TreeSet<>(statement.query(String.class).list());
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static Object column(List<Row> rows, Function<Row, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static Object bytes(List<Row> rows, Function<Received, byte[]> value) {
        return rows.stream().map(row -> row.of(value)).toArray(byte[][]::new);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
