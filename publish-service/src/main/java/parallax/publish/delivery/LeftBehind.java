package parallax.publish.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Cursor;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;
import parallax.publish.problem.PublishException;

/** What is still out though it was to be taken back: by a takedown, a hold or a merge. A person has to see to it. */
@RestController
class LeftBehind {

    /** All of a story that was to go; and of one that goes on, where the channel last had articles in it that may not be shown. */
    private static final String LEFT = """
            from delivery d join channel c on c.id = d.channel_id
            left join lane l on l.channel_id = d.channel_id and l.story_id = d.story_id
            cross join lateral (select coalesce(array_agg(s.id order by s.id), '{}') as hidden
                                from unnest(l.shows) as s (id) left join article a on a.document_id = s.id
                                where a.visible is not true) h
            where d.state in ('conflict', 'failed') and d.seen_at is null
              and (d.event_type in ('REMOVED', 'MERGED') or h.hidden <> '{}')
              and not exists (select 1 from delivery later
                              where later.channel_id = d.channel_id and later.story_id = d.story_id and later.version > d.version)
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int usual;

    LeftBehind(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            PublishSettings settings,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.usual = settings.delivery().logLimit();
        meters.gauge("parallax.left.behind", this, LeftBehind::count);
    }

    /** Newest first, page by page. */
    @GetMapping("/v1/left-behind")
    Page<Left> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageRequest page = PageRequest.of(cursor, limit, usual);
        return Page.of(
                jdbc.sql("select c.id, c.kind, c.name, d.story_id, d.id, d.last_outcome, d.created_at, h.hidden " + LEFT
                                + " and (d.created_at, d.id) < (:time, :after)"
                                + " order by d.created_at desc, d.id desc limit :limit")
                        .param("time", page.after().time().atOffset(ZoneOffset.UTC))
                        .param("after", page.after().id())
                        .param("limit", page.toFind())
                        .query((row, n) -> new Left(
                                row.getString(1),
                                row.getString(2),
                                StoredChannel.forEverybody(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant(),
                                List.of((String[]) row.getArray(8).getArray())))
                        .list(),
                page,
                left -> new Cursor(left.since(), left.delivery()));
    }

    /** A person has seen to it: it is listed no more. */
    @DeleteMapping("/v1/left-behind/{delivery}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@PathVariable String delivery) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("""
                            update lane set shows = array(
                                select s.id from unnest(shows) as s (id) join article a on a.document_id = s.id and a.visible)
                            where (channel_id, story_id) = (select channel_id, story_id from delivery where id = :id)
                            """).param("id", delivery).update();
            int seen = jdbc.sql("""
                            update delivery set seen_at = :now
                            where id = :id and state in ('conflict', 'failed') and seen_at is null
                            """)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", delivery)
                    .update();
            if (seen == 0) {
                throw new PublishException.NotFound(
                        "delivery that left something behind",
                        delivery,
                        "GET /v1/left-behind lists those that there are.");
            }
        });
    }

    private long count() {
        return jdbc.sql("select count(*) " + LEFT).query(Long.class).single();
    }

    /**
     * A story, or articles of one, that a channel still shows.
     *
     * @param name of the channel
     * @param delivery to be replayed once a person has seen to it
     * @param why it is still there
     * @param articles those in what the channel has that may not be shown
     */
    record Left(
            String channel,
            String kind,
            String name,
            String story,
            String delivery,
            @Nullable String why,
            Instant since,
            List<String> articles) {}
}
