package parallax.enrich.story;

import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.model.Logistic;

/**
 * A pair of articles weighed: log-odds that they cover one interview. The same whichever comes first.
 *
 * @param first the one of the lesser id
 * @param second the one of the greater id
 * @param guest their guests held against each other
 * @param features what the pair model weighs, in the order of {@link PairFeatures#NAMES}
 * @param block the articles that weigh their words
 */
@SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
record PairScore(InterviewFacts first, InterviewFacts second, GuestMatch guest, double[] features, Block block) {

    private static final Logistic MODEL = Logistic.shipped("pair", PairFeatures.NAMES);

    /** A copy needs no other reason. */
    private static final double COPY = 12;

    /** Of two articles neither of which covers an interview. */
    private static final double NOTHING = -20;

    static PairScore of(InterviewFacts a, InterviewFacts b, Block block) {
        boolean inOrder = a.documentId().compareTo(b.documentId()) < 0;
        InterviewFacts first = inOrder ? a : b;
        InterviewFacts second = inOrder ? b : a;
        GuestMatch guest = GuestMatch.of(first, second);
        return new PairScore(first, second, guest, PairFeatures.of(first, second, guest, block), block);
    }

    /** Log-odds, in nats, to a hundredth. */
    double logOdds() {
        boolean copy = Copies.isCopy(first, second);
        if (!copy && !first.coversInterview() && !second.coversInterview()) {
            return NOTHING;
        }
        double odds = MODEL.logOdds(features) + (copy ? COPY : 0);
        return Math.round(odds * 100) / 100.0;
    }

    /** What the model says, without what a copy adds. */
    double modelOdds() {
        return Math.round(MODEL.logOdds(features) * 100) / 100.0;
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
