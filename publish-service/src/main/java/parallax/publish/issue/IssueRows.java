package parallax.publish.issue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.events.FeedIssued;
import parallax.publish.catalog.DatabaseLock;

/** Places and dates in the database. */
@Repository
class IssueRows {

    private final JdbcClient jdbc;

    IssueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this instance may issue, until its transaction ends. */
    boolean lock() {
        return DatabaseLock.ISSUE.tryTake(jdbc);
    }

    /** The latest place of all. */
    Optional<Instant> latest() {
        return jdbc.sql("select max(issued_at) from feed_issue")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    long lastPlace(String feed) {
        return jdbc.sql("select coalesce(max(seq), 0) from feed_issue where feed = :feed")
                .param("feed", feed)
                .query(Long.class)
                .single();
    }

    /** What differs from what was last issued, oldest first; what is just being changed comes with the next. */
    List<Waiting> waiting(Shelf shelf, int limit) {
        return jdbc.sql("""
                        select x.%1$s, x.outside_hash, f.digest, x.%2$s
                        from %3$s x left join feed_item f on f.feed = :feed and f.item = x.%1$s
                        where x.outside_hash is distinct from x.issued_hash order by x.%4$s, x.%1$s limit :limit
                        for update of x skip locked
                        """.formatted(shelf.id, shelf.cause, shelf.table, shelf.order))
                .param("feed", shelf.feed)
                .param("limit", limit)
                .query((row, n) -> new Waiting(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
                .list();
    }

    long countWaiting(Shelf shelf) {
        return jdbc.sql("select count(*) from " + shelf.table + " where outside_hash is distinct from issued_hash")
                .query(Long.class)
                .single();
    }

    /** That the items are issued as they were found. */
    void issued(Shelf shelf, Collection<Waiting> items) {
        jdbc.sql("""
                        update %s x set issued_hash = w.hash
                        from unnest(:ids, :hashes) as w(id, hash) where x.%s = w.id
                        """.formatted(shelf.table, shelf.id))
                .param("ids", items.stream().map(Waiting::item).toArray(String[]::new))
                .param("hashes", items.stream().map(Waiting::hash).toArray(String[]::new))
                .update();
    }

    /**
     * Takes places in. Where one is taken, the later word holds: its writer never came to commit it, or was so late that another had
     * given the place away. Whoever loses it waits for another.
     */
    void put(String feed, List<FeedIssued> issues) {
        List<String> displaced = given("""
                        select i.item from feed_issue i join t on i.seq = t.seq
                        where i.feed = :feed and (i.item, i.digest, i.issued_at) is distinct from (t.item, t.digest, t.at)
                        """, feed, issues).query(String.class).list();
        if (!displaced.isEmpty()) {
            jdbc.sql("delete from feed_item where feed = :feed and item in (:items)")
                    .param("feed", feed)
                    .param("items", displaced)
                    .update();
        }
        given("""
                        insert into feed_issue (feed, seq, item, digest, issued_at) select :feed, seq, item, digest, at from t
                        on conflict (feed, seq) do update set
                            item = excluded.item, digest = excluded.digest, issued_at = excluded.issued_at
                        """, feed, issues).update();
        index(
                feed,
                Stream.concat(displaced.stream(), issues.stream().map(FeedIssued::item))
                        .distinct()
                        .toArray(String[]::new));
        if (!displaced.isEmpty()) {
            rewritten(feed, displaced);
        }
    }

    private JdbcClient.StatementSpec given(String sql, String feed, List<FeedIssued> issues) {
        return jdbc.sql("""
                        with t as (select * from unnest(:seqs, :items, :digests, cast(:times as timestamptz[]))
                                   as given(seq, item, digest, at))
                        """ + sql)
                .param("feed", feed)
                .param("seqs", issues.stream().map(FeedIssued::sequence).toArray(Long[]::new))
                .param("items", issues.stream().map(FeedIssued::item).toArray(String[]::new))
                .param("digests", issues.stream().map(FeedIssued::digest).toArray(String[]::new))
                .param(
                        "times",
                        issues.stream()
                                .map(issue -> issue.issuedAt().toString())
                                .toArray(String[]::new));
    }

    /** Tells whoever has read the feed to read it anew, and has what lost its place issued again. */
    private void rewritten(String feed, List<String> displaced) {
        jdbc.sql("""
                        insert into feed_rewritten (feed, mark) values (:feed, gen_random_uuid())
                        on conflict (feed) do update set mark = excluded.mark
                        """).param("feed", feed).update();
        for (Shelf shelf : Shelf.values()) {
            if (shelf.feed.equals(feed)) {
                jdbc.sql("""
                                update %1$s x set issued_hash =
                                    (select f.digest from feed_item f where f.feed = :feed and f.item = x.%2$s)
                                where x.%2$s in (:items)
                                """.formatted(shelf.table, shelf.id))
                        .param("feed", feed)
                        .param("items", displaced)
                        .update();
            }
        }
    }

    private void index(String feed, String[] items) {
        jdbc.sql("""
                        insert into feed_item (feed, item, seq, published_at, updated_at, digest)
                        select distinct on (item) feed, item, seq, min(issued_at) over (partition by item), issued_at, digest
                        from feed_issue where feed = :feed and item = any(:items) order by item, seq desc
                        on conflict (feed, item) do update set
                            seq = excluded.seq, published_at = excluded.published_at,
                            updated_at = excluded.updated_at, digest = excluded.digest
                        """).param("feed", feed).param("items", items).update();
    }

    Map<Integer, Long> positions() {
        Map<Integer, Long> positions = new TreeMap<>();
        jdbc.sql("select partition, next_offset from feed_log_position")
                .query((row, n) -> positions.put(row.getInt(1), row.getLong(2)))
                .list();
        return positions;
    }

    void positions(Map<Integer, Long> next) {
        next.forEach((partition, offset) -> jdbc.sql("""
                        insert into feed_log_position (partition, next_offset) values (:partition, :offset)
                        on conflict (partition) do update set next_offset = excluded.next_offset
                        """)
                .param("partition", partition)
                .param("offset", offset)
                .update());
    }

    /**
     * An item that readers do not see as it is now.
     *
     * @param hash of what it is now; null if it left
     * @param digest of what was last issued
     * @param causedAt when ingest accepted what changed it
     */
    record Waiting(
            String item,
            @Nullable String hash,
            @Nullable String digest,
            @Nullable Instant causedAt) {}

    /** Where the items of a feed lie. */
    enum Shelf {
        STORIES("stories", "story", "id", "caused_at", "updated_at"),
        ARTICLES("articles", "article", "document_id", "changed_at", "changed_at");

        final String feed;
        private final String table;
        private final String id;
        private final String cause;
        private final String order;

        Shelf(String feed, String table, String id, String cause, String order) {
            this.feed = feed;
            this.table = table;
            this.id = id;
            this.cause = cause;
            this.order = order;
        }
    }
}
