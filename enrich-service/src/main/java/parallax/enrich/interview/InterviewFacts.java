package parallax.enrich.interview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of the interview it covers: all that the matching knows of it.
 *
 * @param documentId which article
 * @param guests the likeliest first; empty if the article covers no interview
 * @param hosts who asked
 * @param show the programme or venue, if named
 * @param held when the conversation took place, if said
 * @param published when the article was, if said
 * @param minutes how long the conversation was, if said
 * @param recordings of the conversation, or of somebody's retelling of it, as {@code youtube:ID}
 * @param quantities every distinct number in the text
 */
public record InterviewFacts(
        String documentId,
        List<Fact<Person>> guests,
        List<Fact<Person>> hosts,
        @Nullable Fact<Show> show,
        @Nullable Fact<DayRange> held,
        @Nullable Fact<Instant> published,
        @Nullable Fact<Integer> minutes,
        List<Fact<String>> recordings,
        List<Fact<Quantity>> quantities) {

    /** Whether the article covers an interview at all. */
    public boolean coversInterview() {
        return !guests.isEmpty();
    }
}
