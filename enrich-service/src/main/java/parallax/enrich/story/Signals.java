package parallax.enrich.story;

import java.util.List;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.Evidence.Term;

/**
 * What two articles' facts say about their covering one conversation, in log-odds (Fellegi and Sunter, 1969). Identity speaks
 * for it a little and against it loudly: one guest says the same things in every interview, but no interview has two hosts
 * who never met, two lengths, or was written about before it took place.
 */
final class Signals {

    private Signals() {}

    /** Every term that applies, strongest first. Both articles must cover an interview. */
    static List<Term> between(InterviewFacts a, InterviewFacts b) {
        Terms terms = new Terms();
        PeopleSignals people = new PeopleSignals(a, b, terms);
        people.guests();
        people.voices();
        TimeSignals time = new TimeSignals(a, b, terms);
        time.dates();
        time.lengths();
        ContentSignals content = new ContentSignals(a, b, terms);
        content.recordings();
        content.quantities();
        return terms.strongestFirst();
    }
}
