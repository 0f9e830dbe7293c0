package parallax.ingest.poll;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code source_item}: what a source has shown us, and which document it became. */
@Repository
class ItemTable {

    private final JdbcClient jdbc;

    ItemTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An item that was seen.
     *
     * @param fingerprint of all that the feed said of it
     * @param documentId null if it was refused
     */
    record Seen(String key, String fingerprint, @Nullable String documentId) {}

    /** Those of {@code keys} that were seen, by their keys. */
    Map<String, Seen> seen(String source, Collection<String> keys) {
        Map<String, Seen> seen = new HashMap<>();
        jdbc.sql("select key, fingerprint, document_id from source_item where source = ? and key = any(?::text[])")
                .param(source)
                .param(keys.toArray(String[]::new))
                .query((row, number) ->
                        new Seen(row.getString("key"), row.getString("fingerprint"), row.getString("document_id")))
                .list()
                .forEach(item -> seen.put(item.key(), item));
        return seen;
    }

    /** Which item of the source became each of these documents, by the documents' ids. */
    Map<String, String> keysByDocument(String source, Collection<String> documents) {
        Map<String, String> keys = new HashMap<>();
        jdbc.sql("select key, document_id from source_item where source = ? and document_id = any(?::text[])")
                .param(source)
                .param(documents.toArray(String[]::new))
                .query((row, number) -> keys.put(row.getString("document_id"), row.getString("key")))
                .list();
        return keys;
    }

    void remember(String source, List<Seen> items, Instant at) {
        jdbc.sql("""
                insert into source_item (source, key, fingerprint, document_id, seen_at)
                select s.name, i.key, i.fingerprint, nullif(i.document_id, ''), ?::timestamptz
                from source s, unnest(?::text[], ?::text[], ?::text[]) as i (key, fingerprint, document_id)
                where s.name = ? for key share of s
                on conflict (source, key) do update set fingerprint = excluded.fingerprint,
                    document_id = excluded.document_id, seen_at = excluded.seen_at
                """)
                .param(at.toString())
                .param(items.stream().map(Seen::key).toArray(String[]::new))
                .param(items.stream().map(Seen::fingerprint).toArray(String[]::new))
                .param(items.stream()
                        .map(item -> Objects.requireNonNullElse(item.documentId(), ""))
                        .toArray(String[]::new))
                .param(source)
                .update();
    }
}
