package parallax.benchmarks.annotation;

import java.util.Locale;
import java.util.Set;

/** Precision and recall, summed over articles. */
final class Score {

    private long given;
    private long right;
    private long wanted;
    private long found;

    /** Of {@code given} things {@code right} are right; of {@code wanted} things {@code found} were found. */
    void add(long given, long right, long wanted, long found) {
        this.given += given;
        this.right += right;
        this.wanted += wanted;
        this.found += found;
    }

    /** What was given, and what was wanted. */
    void add(Set<String> given, Set<String> wanted) {
        long both = given.stream().filter(wanted::contains).count();
        add(given.size(), both, wanted.size(), both);
    }

    @Override
    public String toString() {
        double precision = (double) right / Math.max(1, given);
        double recall = (double) found / Math.max(1, wanted);
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  F1 %.3f  (%d of %d right, %d of %d found)",
                precision,
                recall,
                2 * precision * recall / Math.max(1e-9, precision + recall),
                right,
                given,
                found,
                wanted);
    }
}
