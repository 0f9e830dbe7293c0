package parallax.ingest.emit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.Timestamps;

/** The table {@code document}. */
@Repository
class DocumentTable {

    private final JdbcClient jdbc;
    private final RowJson json = new RowJson();

    DocumentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps everyone else from these ids, known or not, until the transaction ends; returns what is known of them. */
    Map<String, DocumentRow> lock(Collection<String> ids) {
        String[] array = ids.toArray(String[]::new);
        // In the order of the keys, not of the ids: two ids may share a key, and then only this order is the same for
        // all.
        jdbc.sql("""
                select count(pg_advisory_xact_lock(key))
                from (select distinct hashtextextended(id, 0) as key from unnest(?::text[]) as id order by key) as keys
                """).param(array).query(Long.class).single();
        Map<String, DocumentRow> known = new HashMap<>();
        jdbc.sql(
                        "select id, revision, source, received_at, withdrawn, facts, inherited, provenance from document where id = any(?::text[])")
                .param(array)
                .query((row, number) -> new DocumentRow(
                        row.getString("id"),
                        row.getString("revision"),
                        row.getString("source"),
                        Timestamps.instant(row, "received_at"),
                        row.getBoolean("withdrawn"),
                        json.readFacts(row.getString("facts")),
                        json.readInherited(row.getString("inherited")),
                        json.readProvenance(row.getString("provenance"))))
                .list()
                .forEach(row -> known.put(row.id(), row));
        return known;
    }

    /** Writes rows of different ids. */
    void save(Collection<DocumentRow> rows) {
        jdbc.sql("""
                insert into document (id, revision, source, received_at, withdrawn, facts, inherited, provenance)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[]::boolean[],
                    ?::text[]::jsonb[], ?::text[]::jsonb[], ?::text[]::jsonb[])
                on conflict (id) do update set revision = excluded.revision, source = excluded.source,
                    received_at = excluded.received_at, withdrawn = excluded.withdrawn, facts = excluded.facts,
                    inherited = excluded.inherited, provenance = excluded.provenance
                """)
                .param(column(rows, DocumentRow::id))
                .param(column(rows, DocumentRow::revision))
                .param(column(rows, DocumentRow::source))
                .param(column(rows, row -> row.receivedAt().toString()))
                .param(column(rows, row -> Boolean.toString(row.withdrawn())))
                .param(column(rows, row -> json.write(row.facts())))
                .param(column(rows, row -> json.write(row.inherited())))
                .param(column(rows, row -> json.write(row.provenance())))
                .update();
    }

    private static @Nullable String[] column(
            Collection<DocumentRow> rows, Function<DocumentRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
