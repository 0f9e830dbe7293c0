package parallax.enrich.annotate;

import java.util.List;

/** A logistic model that ships with the release: a line for each feature with its name and its weight, the first that of none. */
final class Weights {

    private final double[] values;

    Weights(String table) {
        List<String[]> rows = Table.rows(table, 2);
        values = rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
    }

    double probability(double... features) {
        if (features.length != values.length - 1) {
            throw new IllegalStateException("the model knows " + (values.length - 1) + " features, not " + features.length);
        }
        double logOdds = values[0];
        for (int i = 0; i < features.length; i++) {
            logOdds += values[i + 1] * features[i];
        }
        return 1 / (1 + Math.exp(-logOdds));
    }
}
