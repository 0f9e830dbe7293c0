package parallax.enrich.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A logistic regression: log-odds as a bias and a weighted sum of features, each held between bounds. */
public final class Logistic {

    private static final String RESOURCE = "/parallax/enrich/matching.tsv";

    private final double bias;
    private final double[] weights;
    private final double[] least;
    private final double[] most;

    private Logistic(double bias, double[] weights, double[] least, double[] most) {
        this.bias = bias;
        this.weights = weights;
        this.least = least;
        this.most = most;
    }

    /**
     * The model of that name as shipped with the release.
     *
     * @param features their names, in the order in which values will be given
     * @throws IllegalStateException if the release has no such model, or one for other features
     */
    public static Logistic shipped(String name, List<String> features) {
        double bias = Double.NaN;
        double[] weights = new double[features.size()];
        double[] least = new double[features.size()];
        double[] most = new double[features.size()];
        Arrays.fill(weights, Double.NaN);
        for (String line : lines()) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals(name)) {
                continue;
            }
            int feature = features.indexOf(cells[1]);
            if (cells[1].equals("bias")) {
                bias = Double.parseDouble(cells[2]);
            } else if (feature < 0) {
                throw new IllegalStateException("the model " + name + " weighs " + cells[1] + ", which nothing reads");
            } else {
                weights[feature] = Double.parseDouble(cells[2]);
                least[feature] = Double.parseDouble(cells[3]);
                most[feature] = Double.parseDouble(cells[4]);
            }
        }
        if (Double.isNaN(bias) || Arrays.stream(weights).anyMatch(Double::isNaN)) {
            throw new IllegalStateException("the model " + name + " lacks weights; fit it again");
        }
        return new Logistic(bias, weights, least, most);
    }

    /** The log-odds where every feature adds nothing, in nats. */
    public double bias() {
        return bias;
    }

    /** What feature {@code i} adds at {@code value}, in nats. */
    public double term(int i, double value) {
        return weights[i] * Math.max(least[i], Math.min(most[i], value));
    }

    /** The log-odds, in nats. */
    public double logOdds(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += term(i, features[i]);
        }
        return sum;
    }

    /** The greatest log-odds that there can be where some features are not known, which are not a number: those of all that are. */
    public double atMost(double[] features) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            double unknown = weights[i] < 0 ? least[i] : most[i];
            sum += term(i, Double.isNaN(features[i]) ? unknown : features[i]);
        }
        return sum;
    }

    /** The probability, 0 to 1. */
    public double probability(double[] features) {
        return 1 / (1 + Math.exp(-logOdds(features)));
    }

    private static List<String> lines() {
        try (InputStream in = Logistic.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the release");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
