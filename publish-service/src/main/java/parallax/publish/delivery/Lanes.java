package parallax.publish.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    /** Whether the lane was free and is now held. A holder that died loses it when its lease ends. */
    boolean enter(Pending delivery) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into lane (channel_id, story_id, holder, held_until) values (:channel, :story, :holder, :until)
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

    /** Remembers what the channel has now, and ends the delivery. */
    @Transactional
    void delivered(Pending delivery, Outcome.Delivered outcome, @Nullable String hash) {
        jdbc.sql("""
                        update lane set delivered_hash = :hash, delivered_version = :version, artifact = :artifact,
                                        artifact_hash = :artifactHash
                        where channel_id = :channel and story_id = :story
                        """)
                .param("hash", hash)
                .param("version", delivery.version())
                .param("artifact", outcome.artifact())
                .param("artifactHash", outcome.artifactHash())
                .param("channel", delivery.channelId())
                .param("story", delivery.storyId())
                .update();
        // It may have been superseded while it was under way; it was delivered nevertheless.
        jdbc.sql("update delivery set state = 'pending' where id = :id and state = 'superseded'")
                .param("id", delivery.id())
                .update();
        end(delivery, "delivered", 1, outcome.detail());
    }

    /** The channel did not want it, but counts as having it. */
    @Transactional
    void passed(Pending delivery, String detail, @Nullable String hash) {
        jdbc.sql("""
                        update lane set delivered_hash = :hash, delivered_version = :version
                        where channel_id = :channel and story_id = :story
                        """)
                .param("hash", hash)
                .param("version", delivery.version())
                .param("channel", delivery.channelId())
                .param("story", delivery.storyId())
                .update();
        end(delivery, "filtered", 0, detail);
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
        jdbc.sql("""
                        update delivery set state = :state, attempts = attempts + :attempts, last_outcome = :detail,
                                            finished_at = :now, next_attempt = null
                        where id = :id and state = 'pending'
                        """)
                .param("state", state)
                .param("attempts", attempts)
                .param("detail", detail)
                .param("now", utc(clock.instant()))
                .param("id", delivery.id())
                .update();
        leave(delivery);
    }

    /** Notes a failed attempt and frees the lane. */
    @Transactional
    void retry(Pending delivery, String detail, Instant next) {
        jdbc.sql("""
                        update delivery set attempts = attempts + 1, last_outcome = :detail, next_attempt = :next
                        where id = :id and state = 'pending'
                        """)
                .param("detail", detail)
                .param("next", utc(next))
                .param("id", delivery.id())
                .update();
        leave(delivery);
    }

    private void leave(Pending delivery) {
        jdbc.sql("""
                        update lane set holder = null, held_until = null
                        where channel_id = :channel and story_id = :story and holder = :holder
                        """)
                .param("channel", delivery.channelId())
                .param("story", delivery.storyId())
                .param("holder", delivery.id())
                .update();
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
