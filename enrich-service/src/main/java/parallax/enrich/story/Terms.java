package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parallax.enrich.interview.Fact;
import parallax.events.Evidence.Span;
import parallax.events.Evidence.Term;

/** The terms of a pair's score as they are found. */
final class Terms {

    private final List<Term> found = new ArrayList<>();

    void add(String kind, double weight, String reason, Fact<?> first, Fact<?> second) {
        add(kind, weight, reason, List.of(first.span(), second.span()));
    }

    void add(String kind, double weight, String reason, List<Span> spans) {
        found.add(new Term(kind, Math.round(weight * 100) / 100.0, reason, List.copyOf(spans)));
    }

    List<Term> strongestFirst() {
        return found.stream()
                .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.weight()))
                        .thenComparing(Term::kind))
                .toList();
    }
}
