package parallax.enrich.story;

import parallax.enrich.model.Logistic;

/**
 * A pair of articles weighed: log-odds that they cover one interview. The same whichever comes first.
 *
 * @param first the one of the lesser id
 * @param second the one of the greater id
 * @param guest their guests held against each other
 * @param overlaps what they share of words, names and numbers
 * @param features what the pair model weighs, in the order of {@link PairFeatures#NAMES}
 * @param block the articles that weigh their words
 * @param copy whether one is a copy of the other
 * @param logOdds in nats, to a hundredth
 */
@SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
record PairScore(
        Profile first,
        Profile second,
        GuestMatch guest,
        Overlaps overlaps,
        double[] features,
        Block block,
        boolean copy,
        double logOdds) {

    private static final Logistic MODEL = Logistic.shipped("pair", PairFeatures.NAMES);

    /** What a copy adds: it needs no other reason. */
    static final double COPY = 12;

    /** Of two articles neither of which covers an interview. */
    private static final double NOTHING = -20;

    static PairScore of(Profile a, Profile b, Block block) {
        return of(a, b, block, Double.NEGATIVE_INFINITY);
    }

    /**
     * The same; of two that score below {@code least} something between that and {@code least}, if names and numbers are enough to
     * prove it: most of the work are words.
     */
    static PairScore of(Profile a, Profile b, Block block, double least) {
        boolean inOrder = a.documentId().compareTo(b.documentId()) < 0;
        Profile first = inOrder ? a : b;
        Profile second = inOrder ? b : a;
        GuestMatch guest = GuestMatch.of(first, second);
        Overlaps some = Overlaps.withoutWords(first, second, block);
        PairScore atMost = of(first, second, guest, some, block);
        return atMost.logOdds < least ? atMost : of(first, second, guest, some.withWords(first, second, block), block);
    }

    /** The greatest score, whatever is not known. */
    private static PairScore of(Profile first, Profile second, GuestMatch guest, Overlaps overlaps, Block block) {
        double[] features = PairFeatures.of(first, second, guest, overlaps, block);
        boolean copy = Copies.isCopy(first, second, overlaps);
        double odds = MODEL.atMost(features) + (copy ? COPY : 0);
        boolean something =
                copy || first.facts().coversInterview() || second.facts().coversInterview();
        return new PairScore(
                first,
                second,
                guest,
                overlaps,
                features,
                block,
                copy,
                something ? Math.round(odds * 100) / 100.0 : NOTHING);
    }

    /** Whether all was weighed: else it is a bound. */
    boolean isExact() {
        return overlaps.areAll();
    }

    /** Whether it is what these two score, whichever comes first, among those articles. */
    boolean isOf(Profile a, Profile b, Block articles) {
        return block == articles && (first == a ? second == b : first == b && second == a);
    }

    static double logOdds(double[] features) {
        return MODEL.logOdds(features);
    }

    /** What the features of {@code names} add, in nats. */
    double weight(String... names) {
        double sum = 0;
        for (String name : names) {
            int i = PairFeatures.NAMES.indexOf(name);
            sum += MODEL.term(i, features[i]);
        }
        return sum;
    }
}
