package parallax.enrich.interview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one article says of the interview it covers: all that the matching knows of it.
 *
 * @param documentId which article
 * @param chinese whether it is written in Chinese
 * @param covers whether it covers an interview at all
 * @param people those it names, the likeliest guest first; confidence is the probability of being a guest
 * @param hosts who asked
 * @param show the programme or venue, if named
 * @param episode its number within the show, if said
 * @param venue where it took place, if said
 * @param held when the conversation took place, if said
 * @param published when the article was, if said
 * @param minutes how long the conversation was, if said
 * @param recordings of the conversation, or of somebody's retelling of it, as {@code youtube:ID}
 * @param quantities every distinct number in the text
 * @param wording the words that tell
 */
public record InterviewFacts(
        String documentId,
        boolean chinese,
        boolean covers,
        List<Fact<Person>> people,
        List<Fact<Person>> hosts,
        @Nullable Fact<Show> show,
        @Nullable Fact<Integer> episode,
        @Nullable Fact<String> venue,
        @Nullable Fact<DayRange> held,
        @Nullable Fact<Instant> published,
        @Nullable Fact<Integer> minutes,
        List<Fact<String>> recordings,
        List<Fact<Quantity>> quantities,
        Wording wording) {

    /** Above this a person is taken for a guest. */
    public static final double GUEST = 0.5;

    /** From this on, the day when it took place is said to be that of the recording. */
    public static final double RECORDED = 0.95;

    /** Those taken for guests, the likeliest first. */
    public List<Fact<Person>> guests() {
        return people.stream().filter(person -> person.confidence() >= GUEST).toList();
    }

    /** The same with these people. */
    public InterviewFacts withPeople(List<Fact<Person>> others) {
        return new InterviewFacts(
                documentId,
                chinese,
                covers,
                others,
                hosts,
                show,
                episode,
                venue,
                held,
                published,
                minutes,
                recordings,
                quantities,
                wording);
    }

    /** Whether the article covers an interview at all. */
    public boolean coversInterview() {
        return covers;
    }
}
