package parallax.enrich.story;

/**
 * What is known of a link.
 *
 * @param odds log-odds in nats, to a hundredth
 * @param byTerms whether only rare terms gave reason to compare the two: a reason that goes when the terms are rare no longer
 */
public record Linked(double odds, boolean byTerms) {}
