package parallax.enrich.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.InterviewFacts;

/**
 * An article as the matching sees it.
 *
 * @param profile what it says of the interview it covers
 * @param revision the revision they were read from
 * @param receivedAt when ingest accepted it
 * @param storyId the story it stands in, or null if it is new
 */
public record Member(
        Profile profile,
        String revision,
        Instant receivedAt,
        @Nullable String storyId) {

    /** With its facts as they were read. */
    public Member(InterviewFacts facts, String revision, Instant receivedAt, @Nullable String storyId) {
        this(Profile.of(facts), revision, receivedAt, storyId);
    }

    /** What it says of the interview it covers. */
    public InterviewFacts facts() {
        return profile.facts();
    }

    /** Its document. */
    public String documentId() {
        return profile.documentId();
    }
}
