package parallax.enrich.annotate;

import java.util.List;
import parallax.enrich.text.Table;

/**
 * A logistic model that ships with the release: a line for each feature with its name and its weight, the first the log-odds where
 * every feature is 0. Fitted by {@code parallax.benchmarks.annotation.AnnotationFit}.
 */
final class Weights {

    private final List<Double> values;

    Weights(String table) {
        values =
                Table.rows(table, 2).stream().map(row -> Double.valueOf(row[1])).toList();
    }

    double probability(Features features) {
        if (features.values().size() != values.size() - 1) {
            throw new IllegalStateException("the model knows " + (values.size() - 1) + " features, the article has "
                    + features.values().size());
        }
        double logOdds = values.get(0);
        for (int i = 1; i < values.size(); i++) {
            logOdds += values.get(i) * features.values().get(i - 1);
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
