package parallax.publish.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.Cursor;
import parallax.publish.catalog.Page;
import parallax.publish.catalog.PageRequest;

/** What is still out though it was to be taken back: by a takedown, a hold or a merge. A person has to see to it. */
@RestController
class LeftBehind {

    private static final String LEFT = """
            from delivery d join channel c on c.id = d.channel_id
            where d.event_type in ('REMOVED', 'MERGED') and d.state in ('conflict', 'failed')
              and not exists (select 1 from delivery later
                              where later.channel_id = d.channel_id and later.story_id = d.story_id and later.version > d.version)
            """;

    private final JdbcClient jdbc;
    private final int usual;

    LeftBehind(JdbcClient jdbc, PublishSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
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
                jdbc.sql("select c.id, c.kind, c.name, d.story_id, d.id, d.last_outcome, d.created_at " + LEFT
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
                                row.getTimestamp(7).toInstant()))
                        .list(),
                page,
                left -> new Cursor(left.since(), left.delivery()));
    }

    private long count() {
        return jdbc.sql("select count(*) " + LEFT).query(Long.class).single();
    }

    /**
     * A story that a channel still shows.
     *
     * @param name of the channel
     * @param delivery to be replayed once a person has seen to it
     * @param why it is still there
     */
    record Left(
            String channel,
            String kind,
            String name,
            String story,
            String delivery,
            @Nullable String why,
            Instant since) {}
}
