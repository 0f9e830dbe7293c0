package parallax.enrich.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.InterviewFacts;

/**
 * An article as the matching sees it.
 *
 * @param facts what it says of the interview it covers
 * @param revision the revision they were read from
 * @param receivedAt when ingest accepted it
 * @param storyId the story it stands in, or null if it is new
 */
public record Member(
        InterviewFacts facts,
        String revision,
        Instant receivedAt,
        @Nullable String storyId) {

    /** Its document. */
    public String documentId() {
        return facts.documentId();
    }
}
