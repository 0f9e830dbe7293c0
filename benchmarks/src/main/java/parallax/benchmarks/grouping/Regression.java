package parallax.benchmarks.grouping;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with an L2 penalty and weights of known sign, by coordinate descent with Newton steps (Yuan, Chang, Hsieh and Lin,
 * "A comparison of optimization methods for large-scale L1-regularized linear classification", 2010, section 4). A feature that
 * can speak only for, or only against, is held to that: with few positive pairs an unconstrained fit lets good features cancel out.
 */
final class Regression {

    private static final int SWEEPS = 300;

    /** A feature that is seldom anything but zero is not scaled up by more than this allows: few cases must not decide its weight. */
    private static final double RARE = 0.25;

    private final double[] weights;
    private final double bias;
    private final double[] least;
    private final double[] most;

    private Regression(double[] weights, double bias, double[] least, double[] most) {
        this.weights = weights;
        this.bias = bias;
        this.least = least;
        this.most = most;
    }

    /** A case: what is known of it, whether it is one of those looked for, and the log-odds of that from whatever else is known and held. */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    record Case(double[] features, boolean positive, double held) {

        Case(double[] features, boolean positive) {
            this(features, positive, 0);
        }
    }

    /**
     * Fits.
     *
     * @param prior towards which weights are drawn, in nats for one unit
     * @param signs 1 for a weight of at least zero, -1 for one of at most zero, 0 for either
     * @param heaviest the greatest size of each weight, in nats for one unit
     * @param cost how much a wrong case costs against the size of the weights: greater fits closer
     * @param highest share of the positive cases below which a feature's upper bound stands, so that a few extreme ones do not
     *     drive the fit; a feature that is never above 1 is not cut
     * @param biased whether it has a bias: not if something is held that has one
     */
    static Regression fit(
            List<Case> cases,
            int[] signs,
            double[] prior,
            double[] heaviest,
            double cost,
            double highest,
            boolean biased) {
        int n = signs.length;
        double[] least = new double[n];
        double[] most = new double[n];
        double[] scale = new double[n];
        for (int j = 0; j < n; j++) {
            int feature = j;
            double[] all = cases.stream()
                    .mapToDouble(c -> c.features()[feature])
                    .sorted()
                    .toArray();
            double[] positive = cases.stream()
                    .filter(Case::positive)
                    .mapToDouble(c -> c.features()[feature])
                    .sorted()
                    .toArray();
            least[j] = Math.min(0, all[0]);
            double top = all[all.length - 1];
            most[j] = top <= 1 || signs[j] < 0
                    ? Math.max(1, top)
                    : positive[(int) Math.min(positive.length - 1, Math.floor(highest * positive.length))];
            double middle = Arrays.stream(all)
                    .map(v -> clamp(v, least[feature], most[feature]))
                    .average()
                    .orElse(0);
            double variance = Arrays.stream(all)
                    .map(v -> Math.pow(clamp(v, least[feature], most[feature]) - middle, 2))
                    .average()
                    .orElse(0);
            scale[j] = Math.max(RARE, Math.sqrt(variance));
        }
        double[] w = new double[n + 1];
        double[] mean = new double[n];
        for (int j = 0; j < n; j++) {
            mean[j] = prior[j] * scale[j];
            w[j] = mean[j];
        }
        double[][] x = new double[cases.size()][n];
        double[] y = new double[cases.size()];
        double[] score = new double[cases.size()];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < n; j++) {
                x[i][j] = clamp(cases.get(i).features()[j], least[j], most[j]) / scale[j];
            }
            y[i] = cases.get(i).positive() ? 1 : 0;
            score[i] = cases.get(i).held();
            for (int j = 0; j < n; j++) {
                score[i] += w[j] * x[i][j];
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int j = 0; j < n + (biased ? 1 : 0); j++) {
                double gradient = j < n ? w[j] - mean[j] : 0;
                double curvature = j < n ? 1 : 1e-9;
                for (int i = 0; i < x.length; i++) {
                    double value = j < n ? x[i][j] : 1;
                    if (value != 0) {
                        double p = 1 / (1 + Math.exp(-score[i]));
                        gradient += cost * (p - y[i]) * value;
                        curvature += cost * Math.max(p * (1 - p), 1e-4) * value * value;
                    }
                }
                double next = w[j] - gradient / curvature;
                if (j < n) {
                    next = signs[j] > 0 ? Math.max(0, next) : signs[j] < 0 ? Math.min(0, next) : next;
                    next = clamp(next, -heaviest[j] * scale[j], heaviest[j] * scale[j]);
                }
                double step = next - w[j];
                if (step != 0) {
                    w[j] = next;
                    for (int i = 0; i < x.length; i++) {
                        score[i] += step * (j < n ? x[i][j] : 1);
                    }
                }
            }
        }
        double[] weights = new double[n];
        for (int j = 0; j < n; j++) {
            weights[j] = w[j] / scale[j];
        }
        return new Regression(weights, w[n], least, most);
    }

    /** Log-odds in nats. */
    double logOdds(double[] features) {
        double sum = bias;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * clamp(features[j], least[j], most[j]);
        }
        return sum;
    }

    /** The same with its log-odds multiplied by {@code slope} and moved by {@code shift} (Platt, 1999). */
    Regression calibrated(double slope, double shift) {
        return new Regression(Arrays.stream(weights).map(w -> w * slope).toArray(), bias * slope + shift, least, most);
    }

    double weight(int j) {
        return weights[j];
    }

    double bias() {
        return bias;
    }

    double least(int j) {
        return least[j];
    }

    double most(int j) {
        return most[j];
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
