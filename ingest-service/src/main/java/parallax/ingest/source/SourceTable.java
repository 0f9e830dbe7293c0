package parallax.ingest.source;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.Rights;
import parallax.ingest.Timestamps;

/** The table {@code source}. */
@Repository
class SourceTable {

    private final JdbcClient jdbc;

    SourceTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Source> find(String name) {
        return jdbc.sql("select * from source where name = ?")
                .param(name)
                .query(SourceTable::source)
                .optional();
    }

    /** In the order of their names, those after {@code name}. */
    List<Source> after(String name, int limit) {
        return jdbc.sql("select * from source where name > ? order by name limit ?")
                .param(name)
                .param(limit)
                .query(SourceTable::source)
                .list();
    }

    /** Writes what is set up; what was learned stays unless {@code afresh}. Returns whether it is new. */
    boolean put(Source source, boolean afresh) {
        return jdbc.sql("""
                insert into source (name, kind, location, rights, licence, language, author, labels, full_text, private, active,
                    note, created_at, updated_at)
                values (:name, :kind, :location, :rights, :licence, :language, :author, :labels::text[], :fullText, :private, :active,
                    :note, :at, :at)
                on conflict (name) do update set kind = excluded.kind, location = excluded.location,
                    rights = excluded.rights, licence = excluded.licence, language = excluded.language,
                    author = excluded.author, labels = excluded.labels, full_text = excluded.full_text, private = excluded.private,
                    active = excluded.active, note = excluded.note, updated_at = excluded.updated_at, failures = 0,
                    moved_to = case when :afresh then null else source.moved_to end,
                    etag = null, last_modified = null
                returning (xmax = 0)
                """)
                .param("name", source.name())
                .param("kind", source.kind().toString())
                .param("location", source.location())
                .param("rights", source.rights().toString())
                .param("licence", source.licence())
                .param("language", source.language())
                .param("author", source.author())
                .param("labels", source.labels().toArray(String[]::new))
                .param("fullText", source.fullText().toString())
                .param("private", source.confidential())
                .param("active", source.active())
                .param("note", source.note())
                .param("at", Timestamps.of(source.updatedAt()))
                .param("afresh", afresh)
                .query(Boolean.class)
                .single();
    }

    boolean delete(String name) {
        return jdbc.sql("delete from source where name = ?").param(name).update() > 0;
    }

    void switchOff(String name, String note) {
        jdbc.sql("update source set active = false, note = ?, next_at = null where name = ?")
                .param(note)
                .param(name)
                .update();
    }

    void learn(Source source, SourceState state) {
        jdbc.sql("""
                update source set moved_to = :movedTo, etag = :etag, last_modified = :lastModified, read_to = :readTo,
                    pause_seconds = :pause, failures = :failures, visited_at = :visitedAt, succeeded_at = :succeededAt,
                    next_at = :nextAt, outcome = :outcome, title = :title, format = :format
                where name = :name and updated_at = :version
                """)
                .param("movedTo", state.movedTo())
                .param("etag", state.etag())
                .param("lastModified", state.lastModified())
                .param("readTo", state.readTo())
                .param("pause", state.pause() == null ? null : state.pause().toSeconds())
                .param("failures", state.failures())
                .param("visitedAt", Timestamps.of(state.visitedAt()))
                .param("succeededAt", Timestamps.of(state.succeededAt()))
                .param("nextAt", Timestamps.of(state.nextAt()))
                .param("outcome", state.outcome())
                .param("title", state.title())
                .param("format", state.format())
                .param("name", source.name())
                .param("version", Timestamps.of(source.updatedAt()))
                .update();
    }

    void warn(String name, String code, String detail, int count, boolean once, Instant at) {
        jdbc.sql("""
                insert into source_warning (source, code, detail, count, once, first_at, last_at)
                select name, :code, :detail, :count, :once, :at, :at from source where name = :name for key share
                on conflict (source, code) do update set detail = excluded.detail, count = excluded.count, once = excluded.once,
                    visits = source_warning.visits + 1, last_at = excluded.last_at
                """)
                .param("name", name)
                .param("code", code)
                .param("detail", detail)
                .param("count", count)
                .param("once", once)
                .param("at", Timestamps.of(at))
                .update();
    }

    /** Drops what was seen before {@code at} but not then; what is told once, if that was before {@code old}. */
    void settle(String name, Instant at, Instant old) {
        jdbc.sql("delete from source_warning where source = ? and last_at < case when once then ? else ? end")
                .param(name)
                .param(Timestamps.of(old))
                .param(Timestamps.of(at))
                .update();
    }

    void settle(String name, String code) {
        jdbc.sql("delete from source_warning where source = ? and code = ?")
                .param(name)
                .param(code)
                .update();
    }

    /** Forgets what was seen where the source was before: warnings, and items that wait. */
    void forgetPlace(String name) {
        jdbc.sql("delete from source_warning where source = ?").param(name).update();
        jdbc.sql("delete from source_waiting where source = ?").param(name).update();
    }

    /** But for those that are told once and were before {@code old}. */
    List<SourceWarning> warnings(String name, Instant old) {
        return jdbc.sql(
                        "select * from source_warning where source = ? and (not once or last_at >= ?) order by last_at desc, code")
                .param(name)
                .param(Timestamps.of(old))
                .query((row, number) -> new SourceWarning(
                        row.getString("code"),
                        row.getString("detail"),
                        row.getLong("count"),
                        row.getLong("visits"),
                        Timestamps.instant(row, "first_at"),
                        Timestamps.instant(row, "last_at")))
                .list();
    }

    long documents(String name) {
        return jdbc.sql("""
                select count(distinct document_id) from (
                    select document_id from source_item where source = :name
                    union all select document_id from source_file where source = :name) as documents
                """).param("name", name).query(Long.class).single();
    }

    /** Whether somebody visits it just now. */
    boolean visited(String name) {
        return jdbc.sql(
                                "select count(*) from scheduled_tasks where task_name = 'visit' and task_instance = ? and picked")
                        .param(name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Source source(ResultSet row, int number) throws SQLException {
        Array labels = row.getArray("labels");
        return new Source(
                row.getString("name"),
                SourceKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("location"),
                Rights.valueOf(row.getString("rights").toUpperCase(Locale.ROOT)),
                row.getString("licence"),
                row.getString("language"),
                row.getString("author"),
                List.of((String[]) labels.getArray()),
                FullText.valueOf(row.getString("full_text").toUpperCase(Locale.ROOT)),
                row.getBoolean("private"),
                row.getBoolean("active"),
                row.getString("note"),
                Timestamps.instant(row, "created_at"),
                Timestamps.instant(row, "updated_at"),
                state(row));
    }

    private static SourceState state(ResultSet row) throws SQLException {
        long pause = row.getLong("pause_seconds");
        boolean paused = !row.wasNull();
        return new SourceState(
                row.getString("moved_to"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getObject("read_to", Long.class),
                paused ? Duration.ofSeconds(pause) : null,
                row.getInt("failures"),
                Timestamps.maybe(row, "visited_at"),
                Timestamps.maybe(row, "succeeded_at"),
                Timestamps.maybe(row, "next_at"),
                row.getString("outcome"),
                row.getString("title"),
                row.getString("format"));
    }
}
