package parallax.publish.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import parallax.publish.PublishSettings;
import parallax.publish.catalog.ReadModelJson;
import parallax.publish.story.OutsideStory;

/** The state of deliveries under way. A lane is one story at one channel; one attempt at a time holds it. */
@Repository
class Lanes {

    private final JdbcClient jdbc;
    private final ReadModelJson json;
    private final Clock clock;
    private final Duration lease;

    Lanes(JdbcClient jdbc, ReadModelJson json, Clock clock, PublishSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.lease = settings.delivery().lease();
    }

    /** The delivery if it is still to be made. */
    Optional<Pending> pending(String deliveryId) {
        return jdbc.sql("select * from delivery where id = :id and state = 'pending'")
                .param("id", deliveryId)
                .query((row, n) -> new Pending(
                        deliveryId,
                        row.getString("channel_id"),
                        row.getString("story_id"),
                        row.getLong("version"),
                        EventType.valueOf(row.getString("event_type")),
                        row.getString("merged_into"),
                        row.getInt("attempts"),
                        row.getBoolean("replay"),
                        row.getTimestamp("received_at") == null
                                ? null
                                : row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    /** Whether the lane was free and is now held; no channel, no lane. A holder that died loses it when its lease ends. */
    boolean enter(Pending delivery) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into lane (channel_id, story_id, holder, held_until)
                        select id, :story, :holder, :until from channel where id = :channel for key share
                        on conflict (channel_id, story_id) do update set holder = excluded.holder, held_until = excluded.held_until
                        where lane.holder is null or lane.held_until < :now or lane.holder = excluded.holder
                        """)
                        .param("channel", delivery.channelId())
                        .param("story", delivery.storyId())
                        .param("holder", delivery.id())
                        .param("until", utc(now.plus(lease)))
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** What the channel has of the story, and what is outside of it now. */
    Cargo cargo(Pending delivery) {
        return jdbc.sql("""
                        select l.delivered_hash, l.delivered_version, l.artifact, l.artifact_hash, s.outside, s.outside_hash
                        from lane l left join story s on s.id = l.story_id
                        where l.channel_id = :channel and l.story_id = :story
                        """)
                .param("channel", delivery.channelId())
                .param("story", delivery.storyId())
                .query((row, n) -> {
                    String outside = row.getString(5);
                    return new Cargo(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            outside == null ? null : json.read(outside, OutsideStory.class),
                            row.getString(6));
                })
                .single();
    }

    // Whoever locks a lane and its delivery locks the lane first, and writes each of them once: a second write would
    // look the
    // channel up, which who deletes it has locked.

    /** Remembers what the channel has now, the articles {@code shown} in it, and ends the delivery. */
    @Transactional
    void delivered(Pending delivery, Outcome.Delivered outcome, @Nullable String hash, List<String> shown) {
        leave(delivery, """
                        , delivered_hash = :hash, delivered_version = :version, artifact = :artifact, artifact_hash = :artifactHash,
                        shows = :shown
                        """)
                .param("shown", shown.toArray(String[]::new))
                .param("hash", hash)
                .param("version", delivery.version())
                .param("artifact", outcome.artifact())
                .param("artifactHash", outcome.artifactHash())
                .update();
        // It may have been superseded while it was under way; it was delivered nevertheless.
        ended(delivery, "delivered", 1, outcome.detail(), List.of("pending", "superseded"));
    }

    /** The channel did not want it, but counts as having it. */
    @Transactional
    void passed(Pending delivery, String detail, @Nullable String hash) {
        leave(delivery, ", delivered_hash = :hash, delivered_version = :version")
                .param("hash", hash)
                .param("version", delivery.version())
                .update();
        ended(delivery, "filtered", 0, detail, List.of("pending"));
    }

    /** Whether the channel took anything since {@code time}. */
    boolean tookSince(String channelId, Instant time) {
        return jdbc.sql("""
                        select exists (select 1 from delivery where channel_id = :channel and state = 'delivered'
                                       and finished_at > :time)
                        """)
                .param("channel", channelId)
                .param("time", utc(time))
                .query(Boolean.class)
                .single();
    }

    /** Ends the delivery and frees the lane. */
    @Transactional
    void end(Pending delivery, String state, int attempts, String detail) {
        leave(delivery, "").update();
        ended(delivery, state, attempts, detail, List.of("pending"));
    }

    /** Notes a failed attempt and frees the lane. */
    @Transactional
    void retry(Pending delivery, String detail, Instant next) {
        leave(delivery, "").update();
        jdbc.sql("""
                        update delivery set attempts = attempts + 1, last_outcome = :detail, next_attempt = :next
                        where id = :id and state = 'pending'
                        """)
                .param("detail", detail)
                .param("next", utc(next))
                .param("id", delivery.id())
                .update();
    }

    private void ended(Pending delivery, String state, int attempts, String detail, List<String> from) {
        jdbc.sql("""
                        update delivery set state = :state, attempts = attempts + :attempts, last_outcome = :detail,
                                            finished_at = :now, next_attempt = null
                        where id = :id and state in (:from)
                        """)
                .param("state", state)
                .param("attempts", attempts)
                .param("detail", detail)
                .param("now", utc(clock.instant()))
                .param("id", delivery.id())
                .param("from", from)
                .update();
    }

    /** Frees the lane, unless another holds it by now, and sets {@code more}. */
    private JdbcClient.StatementSpec leave(Pending delivery, String more) {
        return jdbc.sql("""
                        update lane set holder = nullif(holder, :holder),
                                        held_until = case when holder = :holder then null else held_until end %s
                        where channel_id = :channel and story_id = :story
                        """.formatted(more))
                .param("channel", delivery.channelId())
                .param("story", delivery.storyId())
                .param("holder", delivery.id());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    record Pending(
            String id,
            String channelId,
            String storyId,
            long version,
            EventType type,
            @Nullable String mergedInto,
            int attempts,
            boolean replay,
            @Nullable Instant receivedAt,
            Instant createdAt) {}

    record Cargo(
            @Nullable String deliveredHash,
            long deliveredVersion,
            @Nullable String artifact,
            @Nullable String artifactHash,
            @Nullable OutsideStory outside,
            @Nullable String outsideHash) {}
}
