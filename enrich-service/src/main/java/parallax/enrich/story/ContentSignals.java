package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Quantity;
import parallax.events.Evidence.Span;

/** What is pointed at and what is said: recordings and numbers. */
final class ContentSignals {

    private final InterviewFacts a;
    private final InterviewFacts b;
    private final Terms terms;

    ContentSignals(InterviewFacts a, InterviewFacts b, Terms terms) {
        this.a = a;
        this.b = b;
        this.terms = terms;
    }

    /** Two ids may be of two retellings of one conversation: only a shared one tells something. */
    void recordings() {
        for (Fact<String> recording : a.recordings()) {
            for (Fact<String> other : b.recordings()) {
                if (recording.value().equals(other.value())) {
                    terms.add(
                            "recording",
                            Weights.SAME_RECORDING,
                            "both point at the recording " + recording.value(),
                            recording,
                            other);
                    return;
                }
            }
        }
    }

    void quantities() {
        List<Fact<Quantity>> shared = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        double information = 0;
        Map<Quantity, Fact<Quantity>> others = new HashMap<>();
        b.quantities().forEach(other -> others.put(other.value(), other));
        for (Fact<Quantity> quantity : a.quantities()) {
            Fact<Quantity> other = others.get(quantity.value());
            if (other != null) {
                information += quantity.value().information();
                shared.add(quantity);
                spans.add(quantity.span());
                spans.add(other.span());
            }
        }
        double chance = Weights.CHANCE_PER_QUANTITY
                * Math.sqrt((double) a.quantities().size() * b.quantities().size());
        double weight = Math.max(
                -Weights.MOST_AGAINST_QUANTITIES,
                Math.min(Weights.MOST_FOR_QUANTITIES, Weights.PER_NAT * (information - chance)));
        if (shared.isEmpty() || Math.abs(weight) < 0.05) {
            return;
        }
        String reason = shared.stream()
                .sorted(Comparator.comparingDouble(quantity -> -quantity.value().information()))
                .limit(4)
                .map(quantity -> quantity.span().quote().strip())
                .collect(Collectors.joining(
                        ", ", shared.size() == 1 ? "one shared number: " : shared.size() + " shared numbers: ", ""));
        terms.add("numbers", weight, reason, spans);
    }
}
