package parallax.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An editor's word. It stands above every machine's, is kept for ever and replayed as a fact; of two that speak of the same
 * thing the later holds.
 *
 * @param decisionId never reused
 * @param decidedAt when
 * @param decidedBy who, for people to read
 * @param verdict what
 * @param storyId the story that was looked at when it was decided, or null if a document was
 * @param documents what it is about: never empty, in ascending order; for {@link Verdict#LEAD} the article that is to lead, or
 *     the one that no longer must
 * @param others the documents that {@code documents} are told together with or apart from: every one of these with every one of
 *     those; empty for the verdicts that are about publishing, ascending
 * @param reason why, in the editor's words
 */
public record EditorDecided(
        String decisionId,
        Instant decidedAt,
        String decidedBy,
        Verdict verdict,
        @Nullable String storyId,
        List<String> documents,
        List<String> others,
        @Nullable String reason)
        implements Event {

    /** The CloudEvents type. */
    public static final String TYPE = "parallax.editor.decided.v1";

    /** What an editor can decide. */
    public enum Verdict {
        /** {@code documents} leave the story of {@code others}: none of these covers the interview of any of those. */
        SPLIT,
        /** The story of {@code documents} and that of {@code others} are of one interview. */
        MERGE,
        /** Two articles cover one interview. */
        SAME,
        /** Two articles cover two interviews. */
        NOT_SAME,
        /** Not to be shown on any channel. */
        HOLD,
        /** To be shown, draft or not. */
        RELEASE,
        /** The article that represents its story. */
        LEAD,
        /** The machine chooses who represents the story, as if {@link #LEAD} had never been said. */
        NO_LEAD;

        /** Whether it is about which articles belong together. */
        public boolean groups() {
            return this == SPLIT || this == MERGE || this == SAME || this == NOT_SAME;
        }

        /** Whether the articles are told to be of one interview. */
        public boolean joins() {
            return this == MERGE || this == SAME;
        }
    }

    @Override
    public String eventType() {
        return TYPE;
    }

    @Override
    public String topic() {
        return Topics.DECISIONS;
    }

    @Override
    public String key() {
        return storyId == null ? documents.get(0) : storyId;
    }

    @Override
    public String eventId() {
        return decisionId;
    }
}
