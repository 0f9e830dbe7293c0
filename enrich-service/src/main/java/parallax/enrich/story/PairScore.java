package parallax.enrich.story;

import java.util.List;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.Evidence;
import parallax.events.Evidence.Term;

/** Scores a pair of articles: log-odds that they cover one interview. A function of the two and of nothing else. */
final class PairScore {

    private PairScore() {}

    /** The same whichever comes first. Both must cover an interview. */
    static Evidence of(InterviewFacts one, InterviewFacts other) {
        boolean inOrder = one.documentId().compareTo(other.documentId()) < 0;
        InterviewFacts first = inOrder ? one : other;
        InterviewFacts second = inOrder ? other : one;
        List<Term> terms = Signals.between(first, second);
        double score = Weights.PRIOR + terms.stream().mapToDouble(Term::weight).sum();
        return new Evidence(first.documentId(), second.documentId(), Math.round(score * 100) / 100.0, terms);
    }
}
