package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parallax.events.Evidence.Span;
import parallax.events.Evidence.Term;

/** The terms of an explanation, as they are found. */
final class Reasons {

    /** In nats; what weighs less is not worth an editor's time. */
    static final double WORTH_SAYING = 0.05;

    private final List<Term> terms = new ArrayList<>();

    /** Adds one, unless it weighs next to nothing or there is nothing to show for it. */
    void add(String kind, double weight, String reason, List<Span> spans) {
        double rounded = Math.round(weight * 100) / 100.0;
        if (Math.abs(rounded) >= WORTH_SAYING && !spans.isEmpty()) {
            terms.add(new Term(kind, rounded, reason, List.copyOf(spans)));
        }
    }

    /** The strongest first. */
    List<Term> terms() {
        return terms.stream()
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.weight()))
                        .thenComparing(Term::kind))
                .toList();
    }
}
