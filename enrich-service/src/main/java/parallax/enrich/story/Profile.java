package parallax.enrich.story;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;

/** An article's facts, made ready to be held against many others': all that a comparison needs of one article alone. */
public final class Profile {

    private final InterviewFacts facts;
    private final NavigableSet<String> guests;
    private final List<String> guestNames;
    private final Terms names;
    private final Terms words;
    private final Terms numbers;
    private final Object reading = new Object();

    private Profile(InterviewFacts facts) {
        this.facts = facts;
        this.guests = Collections.unmodifiableNavigableSet(BlockKeys.guests(facts));
        this.guestNames = GuestMatch.likely(facts).stream()
                .flatMap(guest -> NameLikeness.parts(NameKey.of(guest.value())).stream())
                .toList();
        this.names = Terms.names(facts);
        this.words = Terms.words(facts);
        this.numbers = Terms.numbers(facts);
    }

    /** Of an article. */
    public static Profile of(InterviewFacts facts) {
        return new Profile(facts);
    }

    /** The facts. */
    public InterviewFacts facts() {
        return facts;
    }

    /** Stands for these facts without holding them: no other profile has the same. */
    Object reading() {
        return reading;
    }

    String documentId() {
        return facts.documentId();
    }

    /** The keys of its possible guests' blocks. */
    NavigableSet<String> guests() {
        return guests;
    }

    /** The parts of the likely guests' names, in lower case. */
    List<String> guestNames() {
        return guestNames;
    }

    Terms names() {
        return names;
    }

    /** Ordinary words, of its language. */
    Terms words() {
        return words;
    }

    Terms numbers() {
        return numbers;
    }
}
