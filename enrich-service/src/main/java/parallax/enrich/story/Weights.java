package parallax.enrich.story;

/** Log-odds in nats, and the bounds they hold between. Set by hand from what was measured on few interviews; to be fitted on many. */
final class Weights {

    /** Of two articles taken at random among those that share a key. */
    static final double PRIOR = -2;

    static final double FAMOUS_GUEST = 1;
    static final double RARE_GUEST = 3.5;
    static final double OTHER_GUEST = -6;

    static final double SAME_SHOW = 3.5;
    static final double SAME_HOST = 3.5;
    static final double HOST_OF_SAME_SHOW = 0.5;
    static final double FURTHER_HOST = 1;
    static final double OTHER_VOICES = -6;

    static final double SAME_DAY = 3;
    static final double SAME_MONTH = 2.2;
    static final double OTHER_DATE = -5;
    static final double FORETOLD = -6;
    static final double PUBLISHED_SOON = 1.5;
    static final double PUBLISHED_LATE = -1.5;
    static final double PUBLISHED_TOGETHER = 1.2;
    static final double PUBLISHED_APART = -1.5;
    static final int DAYS_BETWEEN_RECORDING_AND_AIRING = 3;
    static final int SOON_DAYS = 14;
    static final int LATE_DAYS = 60;
    static final int TOGETHER_DAYS = 10;
    static final int APART_DAYS = 45;

    static final double SAME_LENGTH = 1.8;
    static final double OTHER_LENGTH = -3;
    static final double SAME_LENGTH_RATIO = 1.2;
    static final double OTHER_LENGTH_RATIO = 1.6;

    static final double SAME_RECORDING = 9;

    static final double PER_NAT = 0.35;
    static final double CHANCE_PER_QUANTITY = 0.25;
    static final double MOST_FOR_QUANTITIES = 5;
    static final double MOST_AGAINST_QUANTITIES = 1;

    /** Two groups are joined when the mean score of the pairs between them is above this. */
    static final double JOIN = 0;

    /** A pair below this is never in one story, whatever the others say. */
    static final double CANNOT_LINK = -5;

    private Weights() {}
}
