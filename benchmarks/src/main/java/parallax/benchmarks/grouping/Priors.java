package parallax.benchmarks.grouping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import parallax.benchmarks.grouping.Regression.Case;

/**
 * What is known of a model's weights before any data, by the names of its features.
 *
 * @param positive names of those that can speak only for it, with spaces between
 * @param negative names of those that can speak only against it
 * @param means what a weight is drawn towards, in nats for one unit; 0 if it is not said
 * @param heaviest the greatest size of a weight; any if it is not said
 */
record Priors(String positive, String negative, Map<String, Double> means, Map<String, Double> heaviest) {

    private static final double ANY_WEIGHT = 1000;

    /** Of which nothing is known. */
    static final Priors NONE = new Priors("", "", Map.of(), Map.of());

    /** Fits the weights of {@code features}, as {@link Regression#fit} does. */
    Regression fit(List<String> features, List<Case> cases, double cost, double highest, boolean biased) {
        List<String> rising = Arrays.asList(positive.split(" "));
        List<String> falling = Arrays.asList(negative.split(" "));
        return Regression.fit(
                cases,
                features.stream()
                        .mapToInt(name -> rising.contains(name) ? 1 : falling.contains(name) ? -1 : 0)
                        .toArray(),
                values(features, means, 0),
                values(features, heaviest, ANY_WEIGHT),
                cost,
                highest,
                biased);
    }

    private static double[] values(List<String> features, Map<String, Double> values, double otherwise) {
        return features.stream()
                .mapToDouble(name -> values.getOrDefault(name, otherwise))
                .toArray();
    }
}
