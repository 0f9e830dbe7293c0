package parallax.ingest.folder;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.Timestamps;

/** The table {@code source_file}. */
@Repository
class FileTable {

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The files of a source, by their paths. */
    Map<String, KnownFile> all(String source) {
        Map<String, KnownFile> all = new HashMap<>();
        jdbc.sql("select * from source_file where source = ?")
                .param(source)
                .query((row, number) -> new KnownFile(
                        row.getString("path"),
                        row.getLong("size"),
                        row.getLong("modified"),
                        row.getString("revision"),
                        row.getString("policy"),
                        row.getString("document_id"),
                        row.getString("problem"),
                        Timestamps.maybe(row, "missing_since")))
                .list()
                .forEach(file -> all.put(file.path(), file));
        return all;
    }

    void save(String source, Collection<KnownFile> files) {
        jdbc.sql("""
                insert into source_file (source, path, size, modified, revision, policy, document_id, problem, missing_since)
                select s.name, f.path, f.size::bigint, f.modified::bigint, f.revision, f.policy, f.document_id, f.problem,
                    f.missing_since::timestamptz
                from source s, unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as f (path, size, modified, revision, policy, document_id, problem, missing_since)
                where s.name = ? for key share of s
                on conflict (source, path) do update set size = excluded.size, modified = excluded.modified,
                    revision = excluded.revision, policy = excluded.policy, document_id = excluded.document_id,
                    problem = excluded.problem, missing_since = excluded.missing_since
                """)
                .param(column(files, KnownFile::path))
                .param(column(files, file -> Long.toString(file.size())))
                .param(column(files, file -> Long.toString(file.modified())))
                .param(column(files, KnownFile::revision))
                .param(column(files, KnownFile::policy))
                .param(column(files, KnownFile::documentId))
                .param(column(files, KnownFile::problem))
                .param(column(
                        files,
                        file -> file.missingSince() == null
                                ? null
                                : file.missingSince().toString()))
                .param(source)
                .update();
    }

    /** In one step: a file that was known at both paths, or at none, would lose its document. */
    void move(String source, String from, String to) {
        jdbc.sql("update source_file set path = ? where source = ? and path = ?")
                .param(to)
                .param(source)
                .param(from)
                .update();
    }

    void forget(String source, Collection<String> paths) {
        jdbc.sql("delete from source_file where source = ? and path = any(?::text[])")
                .param(source)
                .param(paths.toArray(String[]::new))
                .update();
    }

    void missing(String source, Collection<String> paths, @Nullable Instant since) {
        jdbc.sql("update source_file set missing_since = ? where source = ? and path = any(?::text[])")
                .param(Timestamps.of(since))
                .param(source)
                .param(paths.toArray(String[]::new))
                .update();
    }

    private static @Nullable String[] column(Collection<KnownFile> files, Function<KnownFile, @Nullable String> value) {
        return files.stream().map(value).toArray(String[]::new);
    }
}
