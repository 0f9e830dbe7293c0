package parallax.enrich.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Quantity;
import parallax.enrich.text.RegionalWords;
import parallax.events.Evidence;
import parallax.events.Evidence.Span;

/** Says why a pair scores as it does, for an editor to read and for a program to check against the documents. */
final class Explanation {

    private static final int EXAMPLES = 4;

    /** Beyond whatever the models may say. */
    private static final double EDITOR = 100;

    /** So sure of both guests, nobody need say that one is only named. */
    private static final double BOTH = 0.6;

    private final PairScore pair;
    private final InterviewFacts a;
    private final InterviewFacts b;
    private final Source first;
    private final Source second;
    private final Reasons reasons = new Reasons();
    private final List<InBoth> placed = new ArrayList<>();

    private Explanation(PairScore pair, Source first, Source second) {
        this.pair = pair;
        this.a = pair.first().facts();
        this.b = pair.second().facts();
        this.first = first;
        this.second = second;
    }

    /**
     * The evidence for {@code pair}, the strongest term first.
     *
     * @param told what an editor said of it, or null
     */
    static Evidence of(PairScore pair, @Nullable Told told, Source first, Source second) {
        Explanation why = new Explanation(pair, first, second);
        why.guest();
        why.people();
        why.shared(pair.overlaps().names(), "names", "names", "names-per");
        why.shared(pair.overlaps().words(), "words", "words", "words-per");
        why.shared(pair.overlaps().glosses(), "meanings", "glosses", "glosses-per");
        why.order();
        why.shared(pair.overlaps().numbers(), "numbers", "numbers", "numbers-per");
        why.quotes();
        new Occasion(pair, first, second, why.reasons).tell();
        double said = told == null ? 0 : why.told(told);
        return new Evidence(
                pair.first().documentId(), pair.second().documentId(), pair.logOdds() + said, why.reasons.terms());
    }

    private double told(Told told) {
        double weight = told.same() ? EDITOR : -EDITOR;
        String reason = told.same()
                ? "an editor says that both are of one interview"
                : "an editor says that they are of two interviews";
        reasons.add("editor", weight, reason, List.of(first.opening(), second.opening()));
        return weight;
    }

    private void guest() {
        double weight = pair.weight("guest", "both", "fame", "famous", "no-guest", "conflict", "rivals");
        Fact<Person> one = pair.guest().first();
        Fact<Person> other = pair.guest().second();
        if (one != null && other != null && pair.guest().isMatch()) {
            boolean alike = one.value().name().equals(other.value().name());
            String name = alike
                    ? one.value().name()
                    : one.value().name() + " (" + other.value().name() + ")";
            String reason = pair.guest().both() >= BOTH
                    ? "both interview " + name
                    : "one interviews %s, whom the other names".formatted(name);
            reasons.add("guest", weight, reason, List.of(one.span(), other.span()));
        } else if (!a.people().isEmpty() && !b.people().isEmpty()) {
            reasons.add(
                    "guest",
                    weight,
                    "one seems to interview %s, the other %s"
                            .formatted(
                                    a.people().get(0).value().name(),
                                    b.people().get(0).value().name()),
                    List.of(a.people().get(0).span(), b.people().get(0).span()));
        } else {
            reasons.add(
                    "guest", weight, "no guest is known of one of them", List.of(first.opening(), second.opening()));
        }
    }

    private void people() {
        List<Fact<Person>> shared = PairFeatures.sharedPeople(a, b);
        List<Span> spans = shared.stream().limit(2L * EXAMPLES).map(Fact::span).toList();
        String names = shared.stream()
                .map(Fact::value)
                .map(Person::name)
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(", "));
        reasons.add("people", pair.weight("people"), "both name " + names, spans);
    }

    private void shared(Overlap overlap, String term, String... features) {
        List<InBoth> shown = new ArrayList<>();
        List<Object> found = overlap.shared();
        for (int i = 0; i < found.size() && shown.size() < EXAMPLES; i++) {
            Optional<Span> one = span(found.get(i), pair.first(), first);
            Optional<Span> other = span(found.get(i), pair.second(), second);
            if (one.isPresent() && other.isPresent()) {
                shown.add(new InBoth(one.get(), other.get()));
            }
        }
        double weight = pair.weight(features);
        String reason = weight > 0
                ? "%d shared %s: %s".formatted(found.size(), term, InBoth.quoted(shown))
                : "%d of %d %s are in both".formatted(found.size(), overlap.size(), term);
        reasons.add(
                term,
                weight,
                reason,
                shown.isEmpty() ? List.of(first.opening(), second.opening()) : InBoth.spans(shown));
        placed.addAll(shown);
    }

    /** Whether names and words stand in one order, with some that do, or do not. */
    private void order() {
        double weight = pair.weight("order");
        List<InBoth> shown = weight > 0
                ? Order.longest(
                        placed, both -> both.one().start(), both -> both.other().start())
                : placed;
        shown = shown.subList(0, Math.min(EXAMPLES, shown.size()));
        String reason = weight > 0
                ? "what both tell stands in one order: " + InBoth.quoted(shown)
                : "what both tell stands in another order";
        reasons.add("order", weight, reason, InBoth.spans(shown));
    }

    private static Optional<Span> span(Object shared, Profile article, Source source) {
        if (shared instanceof Quantity quantity) {
            return article.facts().quantities().stream()
                    .filter(fact -> fact.value().equals(quantity))
                    .map(Fact::span)
                    .findFirst();
        }
        if (shared instanceof Terms.Gloss gloss) {
            return article.facts().chinese()
                    ? word(gloss.word(), source)
                    : article.meant(gloss).flatMap(source::find);
        }
        return word(shared.toString(), source);
    }

    /** Where a word stands, or one of Taiwan that is read as it. */
    private static Optional<Span> word(String word, Source source) {
        return RegionalWords.readAs(word)
                .map(source::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void quotes() {
        double weight = pair.weight("latin-quotes", "latin-quotes-count", "han-quotes", "han-quotes-count");
        if (weight >= Reasons.WORTH_SAYING || pair.copy()) {
            List<Span> passages = first.shared(second, EXAMPLES);
            if (!passages.isEmpty()) {
                reasons.add(
                        "quotes",
                        weight,
                        "both say \"%s\""
                                .formatted(passages.get(0).quote().strip().replaceAll("\\s+", " ")),
                        passages);
                if (pair.copy()) {
                    reasons.add("copy", PairScore.COPY, "one is a copy of the other", passages.subList(0, 2));
                }
            }
        }
        reasons.add(
                "wording",
                pair.weight("unmet"),
                "two long texts in one language share little of their wording",
                List.of(first.opening(), second.opening()));
    }
}
