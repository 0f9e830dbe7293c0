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
        boolean inOrder = a.documentId().compareTo(b.documentId()) < 0;
        Profile first = inOrder ? a : b;
        Profile second = inOrder ? b : a;
        GuestMatch guest = GuestMatch.of(first, second);
        Overlaps overlaps = Overlaps.of(first, second, block);
        double[] features = PairFeatures.of(first, second, guest, overlaps, block);
        boolean copy = Copies.isCopy(first, second, overlaps);
        double odds = logOdds(features) + (copy ? COPY : 0);
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
