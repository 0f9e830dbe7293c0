package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Quantity;
import parallax.enrich.interview.Rarity;
import parallax.enrich.model.Logistic;

/**
 * What two articles share of one kind of term, weighed against chance: for each term of the article that has fewer, how much likelier
 * it is found or missing in the other if both cover one interview than if they do not (a likelihood ratio, as in Fellegi and Sunter,
 * "A theory for record linkage", 1969, with fitted probabilities). The first article is always the one of the lesser id, so that the
 * answer is one whichever came first.
 */
final class Overlap {

    /** What both models of a kind weigh. */
    static final List<String> FEATURES = List.of(
            "rarity", "times", "size", "others-with", "has-others", "from-chinese", "to-chinese", "rarity-by-size");

    /** A kind of term. */
    enum Kind {
        NAMES,
        WORDS,
        NUMBERS
    }

    private static final Map<Kind, Logistic> SAME = models("-same");
    private static final Map<Kind, Logistic> OTHER = models("-other");

    /**
     * A term of the article that has fewer.
     *
     * @param found whether the other has it
     * @param features what the models weigh
     */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    record Trial(Object term, boolean found, double[] features) {

        double nats(Kind kind) {
            double same = clamp(model(SAME, kind).probability(features));
            double other = clamp(model(OTHER, kind).probability(features));
            return found ? Math.log(same / other) : Math.log((1 - same) / (1 - other));
        }

        private static double clamp(double probability) {
            return Math.max(0.001, Math.min(0.999, probability));
        }
    }

    /** So many of the terms that tell most are tried: what they do not tell the rest does not either. */
    private static final int MOST_TRIALS = 200;

    private final Kind kind;
    private final List<Trial> trials;
    private final double sum;

    private Overlap(Kind kind, List<Trial> trials) {
        this.kind = kind;
        this.trials = trials;
        this.sum = trials.stream().mapToDouble(trial -> trial.nats(kind)).sum();
    }

    private static Map<Kind, Logistic> models(String suffix) {
        Map<Kind, Logistic> models = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            models.put(kind, Logistic.shipped(kind.name().toLowerCase(Locale.ROOT) + suffix, FEATURES));
        }
        return models;
    }

    private static Logistic model(Map<Kind, Logistic> models, Kind kind) {
        return Objects.requireNonNull(models.get(kind));
    }

    static Overlap of(Kind kind, InterviewFacts a, InterviewFacts b, Block block) {
        return new Overlap(kind, trials(kind, a, b, block));
    }

    /** The terms as they are tried. */
    static List<Trial> trials(Kind kind, InterviewFacts a, InterviewFacts b, Block block) {
        return switch (kind) {
            case NAMES -> names(a, b, block);
            case WORDS -> words(a, b, block);
            case NUMBERS -> numbers(a, b, block);
        };
    }

    /** The evidence in nats, its growth damped, for terms are not independent: sign(x) log(1 + |x|). */
    double damped() {
        return Math.signum(sum) * Math.log1p(Math.abs(sum));
    }

    /** The evidence in nats by the square root of the number of trials. */
    double perTrial() {
        return sum / Math.sqrt(trials.size() + 8.0);
    }

    /** How many terms were tried. */
    int size() {
        return trials.size();
    }

    /** The shared terms, the most telling first. */
    List<Object> shared() {
        return trials.stream()
                .filter(Trial::found)
                .sorted(Comparator.comparingDouble((Trial trial) -> -trial.nats(kind))
                        .thenComparing(trial -> trial.term().toString()))
                .map(Trial::term)
                .toList();
    }

    private static List<Trial> names(InterviewFacts a, InterviewFacts b, Block block) {
        boolean inOrder = countNames(a) <= countNames(b);
        InterviewFacts from = inOrder ? a : b;
        InterviewFacts to = inOrder ? b : a;
        double size = Math.log1p(to.wording().latin().size());
        List<String> guests = GuestMatch.parts(a, b);
        List<Trial> trials = new ArrayList<>();
        from.wording().latin().forEach((word, term) -> {
            if (trials.size() < MOST_TRIALS && term.name() && !guests.contains(word)) {
                boolean found = to.wording().latin().containsKey(word);
                trials.add(trial(word, found, Rarity.latin(word), term.count(), size, block, from, to));
            }
        });
        return trials;
    }

    /** Ordinary words tell only within one language. */
    private static List<Trial> words(InterviewFacts a, InterviewFacts b, Block block) {
        if (a.chinese() != b.chinese()) {
            return List.of();
        }
        if (a.chinese()) {
            return common(a, b, block, a.wording().han(), b.wording().han(), "han ", Rarity::han);
        }
        return common(a, b, block, plain(a), plain(b), "", Rarity::latin);
    }

    private static List<Trial> common(
            InterviewFacts a,
            InterviewFacts b,
            Block block,
            Map<String, Integer> wordsA,
            Map<String, Integer> wordsB,
            String prefix,
            ToDoubleFunction<String> rarity) {
        boolean inOrder = wordsA.size() <= wordsB.size();
        Map<String, Integer> from = inOrder ? wordsA : wordsB;
        Map<String, Integer> to = inOrder ? wordsB : wordsA;
        double size = Math.log1p(to.size());
        List<Trial> trials = new ArrayList<>();
        from.entrySet().stream().limit(MOST_TRIALS).forEach(entry -> {
            String word = entry.getKey();
            int count = entry.getValue();
            boolean found = to.containsKey(word);
            Trial trial = trial(
                    prefix + word,
                    found,
                    rarity.applyAsDouble(word),
                    count,
                    size,
                    block,
                    inOrder ? a : b,
                    inOrder ? b : a);
            trials.add(new Trial(word, found, trial.features()));
        });
        return trials;
    }

    private static List<Trial> numbers(InterviewFacts a, InterviewFacts b, Block block) {
        boolean inOrder = a.quantities().size() <= b.quantities().size();
        InterviewFacts from = inOrder ? a : b;
        InterviewFacts to = inOrder ? b : a;
        List<Quantity> others = to.quantities().stream().map(Fact::value).toList();
        Set<Quantity> set = Set.copyOf(others);
        double size = Math.log1p(set.size());
        List<Trial> trials = new ArrayList<>();
        for (Fact<Quantity> quantity : from.quantities()) {
            boolean found = set.contains(quantity.value());
            trials.add(trial(
                    quantity.value(), found, Math.min(6, quantity.value().information()), 1, size, block, from, to));
        }
        return trials;
    }

    private static Trial trial(
            Object term,
            boolean found,
            double rarity,
            int times,
            double size,
            Block block,
            InterviewFacts from,
            InterviewFacts to) {
        return new Trial(term, found, new double[] {
            rarity,
            Math.log(times),
            size,
            block.othersWith(term, found ? 2 : 1),
            block.size() > 2 ? 1 : 0,
            from.chinese() ? 1 : 0,
            to.chinese() ? 1 : 0,
            rarity * size
        });
    }

    private static long countNames(InterviewFacts facts) {
        return facts.wording().latin().values().stream()
                .filter(term -> term.name())
                .count();
    }

    private static Map<String, Integer> plain(InterviewFacts facts) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        facts.wording().latin().forEach((word, term) -> {
            if (!term.name()) {
                plain.put(word, term.count());
            }
        });
        return plain;
    }
}
