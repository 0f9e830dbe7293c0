package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static final int[] OF_TERM = {0, 1, 3, 7};
    private static final int[] OF_PAIR = {2, 4, 5, 6};

    /** A kind of term. */
    enum Kind {
        NAMES,
        WORDS,
        NUMBERS,
        GLOSSES
    }

    /** How likely a term is found in another article of the same interview, and in one of another. */
    private record Models(Logistic same, Logistic other) {

        private static final Map<Kind, Models> OF = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        kind -> kind, Models::shipped, (one, other) -> one, () -> new EnumMap<>(Kind.class)));

        private static Models shipped(Kind kind) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            return new Models(Logistic.shipped(name + "-same", FEATURES), Logistic.shipped(name + "-other", FEATURES));
        }

        static Models of(Kind kind) {
            return Objects.requireNonNull(OF.get(kind));
        }

        /** How many times likelier that is if both cover one interview than if they do not. */
        double ratio(boolean found, double[] features, double fixedIfSame, double fixedIfOther) {
            double ifSame = likely(same, features, fixedIfSame);
            double ifOther = likely(other, features, fixedIfOther);
            return found ? ifSame / ifOther : (1 - ifSame) / (1 - ifOther);
        }

        private static double likely(Logistic model, double[] features, double fixed) {
            double odds = fixed;
            for (int i : OF_TERM) {
                odds += model.term(i, features[i]);
            }
            return Math.max(0.001, Math.min(0.999, 1 / (1 + Math.exp(-odds))));
        }

        /** What the features add that are the same for every term of two articles. */
        static double fixed(Logistic model, double[] features) {
            double odds = model.bias();
            for (int i : OF_PAIR) {
                odds += model.term(i, features[i]);
            }
            return odds;
        }
    }

    /**
     * A term of the article that has fewer.
     *
     * @param found whether the other has it
     * @param features what the models weigh
     */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    record Trial(Object term, boolean found, double[] features) {}

    /** So many of the terms that tell most are tried: what they do not tell the rest does not either. */
    static final int MOST_TRIALS = 200;

    /** A number of many digits tells no more than this, in nats. */
    static final double MOST_INFORMATION = 6;

    private final double sum;
    private final int size;
    private final List<Shared> found;

    /** Of no terms. */
    static final Overlap NONE = new Overlap(0, 0, List.of());

    /** Not looked into: its evidence is not a number. */
    static final Overlap UNKNOWN = new Overlap(Double.NaN, 0, List.of());

    private Overlap(double sum, int size, List<Shared> found) {
        this.sum = sum;
        this.size = size;
        this.found = found;
    }

    /** A term that both have, and how many times likelier that is if both cover one interview than if they do not. */
    private record Shared(Object term, double ratio, Order.Place place) {}

    /** The evidence of terms tried one after the other. */
    private static final class Tally implements Trying {

        private static final double LARGE = 1e100;

        private final Models models;
        private final boolean turned;
        private final double ifSame;
        private final double ifOther;
        private double ratio = 1;
        private double nats;
        private final List<Shared> found = new ArrayList<>();
        private int size;

        Tally(Models models, boolean turned, double[] ofPair) {
            this.models = models;
            this.turned = turned;
            this.ifSame = Models.fixed(models.same(), ofPair);
            this.ifOther = Models.fixed(models.other(), ofPair);
        }

        /** Logarithms cost more than all else: one of a product serves. */
        @Override
        public void tried(Terms.Term term, int place, double[] features) {
            boolean isFound = place != Terms.NOWHERE;
            double likelier = models.ratio(isFound, features, ifSame, ifOther);
            ratio *= likelier;
            if (ratio > LARGE || ratio < 1 / LARGE) {
                nats += Math.log(ratio);
                ratio = 1;
            }
            size++;
            if (isFound) {
                Order.Place both = turned ? new Order.Place(place, term.place()) : new Order.Place(term.place(), place);
                found.add(new Shared(term.term(), likelier, both));
            }
        }
    }

    static Overlap of(Kind kind, Profile a, Profile b, Block block) {
        Tried tried = Tried.of(kind, a, b, block);
        Tally tally = new Tally(Models.of(kind), tried.turned(), tried.ofPair());
        tried.each(tally);
        return new Overlap(tally.nats + Math.log(tally.ratio), tally.size, tally.found);
    }

    /** The terms as they are tried. */
    static List<Trial> trials(Kind kind, Profile a, Profile b, Block block) {
        return Tried.of(kind, a, b, block).trials();
    }

    /** What is done with a term that is tried, and its place in the other article; the next has the same {@code features} written over. */
    private interface Trying {
        void tried(Terms.Term term, int place, double[] features);
    }

    /**
     * The terms of one kind of two articles, as they are tried.
     *
     * @param turned whether it is the second article whose terms are looked for in the first
     */
    private record Tried(
            Terms from, Terms to, boolean turned, boolean fromChinese, boolean toChinese, Block block, Set<?> left) {

        static Tried of(Kind kind, Profile a, Profile b, Block block) {
            return switch (kind) {
                case NAMES -> of(a, b, a.names(), b.names(), block, guests(a, b));
                case WORDS -> // they tell only within one language
                    a.facts().chinese() == b.facts().chinese()
                            ? of(a, b, a.words(), b.words(), block, Set.of())
                            : of(a, b, Terms.NONE, Terms.NONE, block, Set.of());
                case GLOSSES -> // from Chinese, whichever has fewer
                    a.facts().chinese() == b.facts().chinese()
                            ? of(a, b, Terms.NONE, Terms.NONE, block, Set.of())
                            : a.facts().chinese() ? translated(a, b, false, block) : translated(b, a, true, block);
                case NUMBERS -> of(a, b, a.numbers(), b.numbers(), block, Set.of());
            };
        }

        private static Tried of(Profile a, Profile b, Terms termsOfA, Terms termsOfB, Block block, Set<?> left) {
            boolean chinese = a.facts().chinese();
            boolean otherChinese = b.facts().chinese();
            return termsOfA.count() <= termsOfB.count()
                    ? new Tried(termsOfA, termsOfB, false, chinese, otherChinese, block, left)
                    : new Tried(termsOfB, termsOfA, true, otherChinese, chinese, block, left);
        }

        private static Tried translated(Profile chinese, Profile other, boolean turned, Block block) {
            return new Tried(chinese.glosses(), other.glosses(), turned, true, false, block, Set.of());
        }

        private static Set<String> guests(Profile a, Profile b) {
            Set<String> guests = new HashSet<>(a.guestNames());
            guests.addAll(b.guestNames());
            return guests;
        }

        /** The features, those of a term still empty. */
        double[] ofPair() {
            double[] features = new double[FEATURES.size()];
            features[2] = Math.log1p(to.all());
            features[4] = block.size() > 2 ? 1 : 0;
            features[5] = fromChinese ? 1 : 0;
            features[6] = toChinese ? 1 : 0;
            return features;
        }

        void each(Trying trying) {
            double[] features = ofPair();
            int tried = 0;
            for (Terms.Term term : from.telling()) {
                if (tried == MOST_TRIALS) {
                    break;
                }
                if (left.contains(term.term())) {
                    continue;
                }
                int place = to.place(term.term());
                boolean found = place != Terms.NOWHERE;
                features[0] = term.rarity();
                features[1] = term.times();
                features[3] = block.othersWith(term.key(), found ? 2 : 1);
                features[7] = term.rarity() * features[2];
                trying.tried(term, place, features);
                tried++;
            }
        }

        List<Trial> trials() {
            List<Trial> trials = new ArrayList<>(MOST_TRIALS);
            each((term, place, features) ->
                    trials.add(new Trial(term.term(), place != Terms.NOWHERE, features.clone())));
            return trials;
        }
    }

    /** The evidence in nats, its growth damped. */
    double damped() {
        return damped(sum);
    }

    /** The same of several kinds together. */
    static double damped(Overlap... kinds) {
        return damped(Arrays.stream(kinds).mapToDouble(kind -> kind.sum).sum());
    }

    /** Terms are not independent: sign(x) log(1 + |x|). */
    private static double damped(double nats) {
        return Math.signum(nats) * Math.log1p(Math.abs(nats));
    }

    /** The evidence in nats by the square root of the number of trials. */
    double perTrial() {
        return sum / Math.sqrt(size + 8.0);
    }

    /** How many terms were tried. */
    int size() {
        return size;
    }

    /** How many of them the other has. */
    int found() {
        return found.size();
    }

    /** Where the shared ones stand. */
    List<Order.Place> places() {
        return found.stream().map(Shared::place).toList();
    }

    /** The shared terms, the most telling first. */
    List<Object> shared() {
        return found.stream()
                .sorted(Comparator.comparingDouble((Shared shared) -> -Math.log(shared.ratio()))
                        .thenComparing(shared -> shared.term().toString()))
                .map(Shared::term)
                .toList();
    }
}
