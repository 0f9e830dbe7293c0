package parallax.benchmarks.annotation;

import java.util.Arrays;

/** Logistic regression with an L2 penalty on the weights of standardised features, by Newton's method. */
final class Logistic {

    private static final int STEPS = 30;

    private Logistic() {}

    /** The log-odds of no feature, then the weight of each. {@code targets} may lie between 0 and 1. */
    static double[] fit(double[][] features, double[] targets, double penalty) {
        int width = features[0].length;
        double[] mean = new double[width];
        double[] spread = new double[width];
        double[][] standard = standardised(features, mean, spread);
        double[] weights = new double[width + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[width + 1];
            double[][] curvature = new double[width + 1][width + 1];
            for (int j = 1; j <= width; j++) {
                gradient[j] = penalty * weights[j];
                curvature[j][j] = penalty;
            }
            for (int i = 0; i < standard.length; i++) {
                add(standard[i], targets[i], weights, gradient, curvature);
            }
            double[] change = solve(curvature, gradient);
            for (int j = 0; j <= width; j++) {
                weights[j] -= change[j];
            }
        }
        for (int j = 0; j < width; j++) {
            weights[j + 1] /= spread[j];
            weights[0] -= weights[j + 1] * mean[j];
        }
        return weights;
    }

    private static void add(double[] row, double target, double[] weights, double[] gradient, double[][] curvature) {
        double logOdds = 0;
        for (int j = 0; j < row.length; j++) {
            logOdds += weights[j] * row[j];
        }
        double probability = 1 / (1 + Math.exp(-logOdds));
        double certainty = Math.max(1e-9, probability * (1 - probability));
        for (int j = 0; j < row.length; j++) {
            gradient[j] += (probability - target) * row[j];
            for (int k = 0; k < row.length; k++) {
                curvature[j][k] += certainty * row[j] * row[k];
            }
        }
    }

    /** Each row with a 1 before it. */
    private static double[][] standardised(double[][] features, double[] mean, double[] spread) {
        int width = mean.length;
        for (int j = 0; j < width; j++) {
            int column = j;
            mean[j] = Arrays.stream(features)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElse(0);
            spread[j] = Math.sqrt(Arrays.stream(features)
                            .mapToDouble(row -> Math.pow(row[column] - mean[column], 2))
                            .average()
                            .orElse(0))
                    + 1e-9;
        }
        double[][] standard = new double[features.length][width + 1];
        for (int i = 0; i < features.length; i++) {
            standard[i][0] = 1;
            for (int j = 0; j < width; j++) {
                standard[i][j + 1] = (features[i][j] - mean[j]) / spread[j];
            }
        }
        return standard;
    }

    /** Gaussian elimination with pivoting. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            double[] swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                right[row] -= matrix[row][k] * right[k];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }
}
