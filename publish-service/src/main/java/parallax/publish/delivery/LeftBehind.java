package parallax.publish.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import parallax.publish.PublishSettings;

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
    private final int limit;

    LeftBehind(JdbcClient jdbc, PublishSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.limit = settings.delivery().logLimit();
        meters.gauge("parallax.left.behind", this, LeftBehind::count);
    }

    /** The longest first; {@code parallax.publish.delivery.log-limit} of them. */
    @GetMapping("/v1/left-behind")
    Map<String, List<Left>> list() {
        return Map.of(
                "items",
                jdbc.sql("select c.id, c.kind, c.name, d.story_id, d.id, d.last_outcome, d.created_at " + LEFT
                                + " order by d.created_at, d.id limit :limit")
                        .param("limit", limit)
                        .query((row, n) -> new Left(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getTimestamp(7).toInstant()))
                        .list());
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
