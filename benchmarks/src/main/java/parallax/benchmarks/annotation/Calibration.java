package parallax.benchmarks.annotation;

import java.util.Locale;

/** Whether scores are probabilities: of what was scored about so, how much was right. */
final class Calibration {

    private static final int BINS = 4;
    private static final double FROM = 0.2;

    private final int[] counts = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] scores = new double[BINS];

    void add(double score, boolean isRight) {
        int bin = (int) Math.min(BINS - 1, Math.max(0, (score - FROM) * BINS / (1 - FROM)));
        counts[bin]++;
        scores[bin] += score;
        right[bin] += isRight ? 1 : 0;
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                lines.append(String.format(
                        Locale.ROOT,
                        "  mean score %.2f: %.2f are right (%d)%n",
                        scores[bin] / counts[bin],
                        (double) right[bin] / counts[bin],
                        counts[bin]));
            }
        }
        return lines.toString();
    }
}
