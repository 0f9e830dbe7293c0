package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    static final int MOST_TRIALS = 200;

    /** A number of many digits tells no more than this, in nats. */
    static final double MOST_INFORMATION = 6;

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

    static Overlap of(Kind kind, Profile a, Profile b, Block block) {
        return new Overlap(kind, trials(kind, a, b, block));
    }

    /** The terms as they are tried. */
    static List<Trial> trials(Kind kind, Profile a, Profile b, Block block) {
        return switch (kind) {
            case NAMES -> trials(a, b, a.names(), b.names(), block, guests(a, b));
            case WORDS -> // they tell only within one language
                a.facts().chinese() == b.facts().chinese()
                        ? trials(a, b, a.words(), b.words(), block, Set.of())
                        : List.of();
            case NUMBERS -> trials(a, b, a.numbers(), b.numbers(), block, Set.of());
        };
    }

    private static Set<String> guests(Profile a, Profile b) {
        Set<String> guests = new HashSet<>(a.guestNames());
        guests.addAll(b.guestNames());
        return guests;
    }

    private static List<Trial> trials(Profile a, Profile b, Terms termsOfA, Terms termsOfB, Block block, Set<?> left) {
        boolean inOrder = termsOfA.count() <= termsOfB.count();
        Terms from = inOrder ? termsOfA : termsOfB;
        Terms to = inOrder ? termsOfB : termsOfA;
        double fromChinese = (inOrder ? a : b).facts().chinese() ? 1 : 0;
        double toChinese = (inOrder ? b : a).facts().chinese() ? 1 : 0;
        double size = Math.log1p(to.all());
        double hasOthers = block.size() > 2 ? 1 : 0;
        List<Trial> trials =
                new ArrayList<>(Math.min(MOST_TRIALS, from.telling().size()));
        for (Terms.Term term : from.telling()) {
            if (trials.size() == MOST_TRIALS) {
                break;
            }
            if (left.contains(term.term())) {
                continue;
            }
            boolean found = to.hold(term.term());
            trials.add(new Trial(term.term(), found, new double[] {
                term.rarity(),
                term.times(),
                size,
                block.othersWith(term.key(), found ? 2 : 1),
                hasOthers,
                fromChinese,
                toChinese,
                term.rarity() * size
            }));
        }
        return trials;
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

    /** How many of them the other has. */
    int found() {
        return (int) trials.stream().filter(Trial::found).count();
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
}
