package parallax.publish.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.publish.decision.Decisions;
import parallax.publish.story.EditorsWord;

/** Answers why a channel did, or did not, get a story. */
@Component
public class Why {

    private final JdbcClient jdbc;
    private final Decisions decisions;

    Why(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** Everything that has to do with it, each in a sentence, the most telling first. */
    public List<Reason> of(StoredChannel channel, String storyId) {
        List<Reason> reasons = new ArrayList<>();
        if (!channel.active()) {
            reasons.add(new Reason("channel-off", "The channel is switched off: " + channel.note() + "."));
        }
        Story story = jdbc.sql("""
                        select removed, merged_into, pending is not null, shown is not null, outside is not null,
                               (select string_agg(m.document_id, ', ' order by m.document_id)
                                from story_member m left join article a using (document_id)
                                where m.story_id = s.id and m.pending and a.revision is distinct from m.revision)
                        from story s where id = :id
                        """)
                .param("id", storyId)
                .query((row, n) -> new Story(
                        row.getBoolean(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getString(6)))
                .optional()
                .orElse(null);
        if (story == null) {
            reasons.add(new Reason(
                    "story-unknown",
                    "No story of that id has arrived. An article's story is named at /v1/articles/{id}."));
            return reasons;
        }
        story(story, reasons);
        held(storyId, reasons);
        notTakenBack(channel, storyId, story, reasons);
        List<Reason> deliveries = jdbc.sql("""
                        select version, state, last_outcome, next_attempt, attempts, event_type from delivery
                        where channel_id = :channel and story_id = :story order by version desc, created_at desc limit 10
                        """)
                .param("channel", channel.id())
                .param("story", storyId)
                .query((row, n) -> delivery(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4) == null
                                ? null
                                : row.getTimestamp(4).toInstant().toString(),
                        row.getInt(5),
                        EventType.valueOf(row.getString(6)).toString()))
                .list();
        if (deliveries.isEmpty() && story.outside()) {
            reasons.add(
                    new Reason(
                            "not-queued",
                            "Nothing was queued: the story has not changed for readers since the channel was registered, and no backfill was asked for."));
        }
        reasons.addAll(deliveries);
        return reasons;
    }

    private void held(String storyId, List<Reason> reasons) {
        List<String> members = jdbc.sql("select document_id from story_member where story_id = :id and not pending")
                .param("id", storyId)
                .query(String.class)
                .list();
        EditorsWord word = decisions.word(members);
        for (String member : members) {
            word.hold(member)
                    .ifPresent(hold -> reasons.add(new Reason(
                            "held",
                            "Article " + member + " is held by " + hold.decidedBy() + " since " + hold.decidedAt()
                                    + (hold.reason() == null ? "" : ", because: " + hold.reason())
                                    + ". POST /v1/articles/" + member + "/release lets it out.")));
        }
    }

    /** A takedown or a hold reaches a post; what a receiver was sent is out of our hands. */
    private void notTakenBack(StoredChannel channel, String storyId, Story story, List<Reason> reasons) {
        if (channel.kind().equals("webhook") && !story.outside()) {
            long sent = jdbc.sql("""
                            select count(*) from delivery where channel_id = :channel and story_id = :story
                            and state = 'delivered' and event_type in ('CREATED', 'UPDATED')
                            """)
                    .param("channel", channel.id())
                    .param("story", storyId)
                    .query(Long.class)
                    .single();
            if (sent > 0) {
                reasons.add(new Reason(
                        "not-taken-back",
                        "The endpoint was sent the story " + (sent == 1 ? "once" : sent + " times")
                                + " before it was taken back; it is told so, but what it made of that is its own."));
            }
        }
    }

    private static void story(Story story, List<Reason> reasons) {
        if (story.mergedInto() != null) {
            reasons.add(new Reason("story-merged", "The story was merged into " + story.mergedInto() + "."));
        } else if (story.removed()) {
            reasons.add(new Reason("story-removed", "The story is gone: its last article was withdrawn."));
        }
        if (story.waits()) {
            reasons.add(new Reason(
                    "story-waits",
                    "A version of the story waits for articles that it names: " + story.missing() + "."));
        }
        if (story.shown() && !story.outside()) {
            reasons.add(new Reason(
                    "all-draft", "All articles of the story are drafts, held or withdrawn: nothing of it goes out."));
        }
    }

    private static Reason delivery(
            long version, String state, @Nullable String outcome, @Nullable String next, int attempts, String type) {
        String what = "Version " + version + " (" + type + ") ";
        String said = outcome == null ? "" : ": " + outcome;
        return switch (state) {
            case "pending" ->
                new Reason(
                        "pending",
                        what + "is under way, " + attempts + " attempts so far, next at " + next + said + ".");
            case "delivered" -> new Reason("delivered", what + "was delivered" + said + ".");
            default -> new Reason(state, what + "was not delivered, " + state + said + ".");
        };
    }

    /**
     * One reason.
     *
     * @param code for programs
     * @param detail for people
     */
    public record Reason(String code, String detail) {}

    private record Story(
            boolean removed,
            @Nullable String mergedInto,
            boolean waits,
            boolean shown,
            boolean outside,
            @Nullable String missing) {}
}
