package parallax.benchmarks.enrich;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took, time and again, in milliseconds. */
final class Times {

    private final List<Double> milliseconds = new ArrayList<>();
    private double processor;

    void time(Runnable work) {
        time(work, 1);
    }

    /** Counts as {@code pieces}, each having taken its share. */
    void time(Runnable work, int pieces) {
        long start = System.nanoTime();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        processor += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e6;
        milliseconds.addAll(Collections.nCopies(pieces, (System.nanoTime() - start) / 1e6 / pieces));
    }

    void addAll(Times others) {
        milliseconds.addAll(others.milliseconds);
        processor += others.processor;
    }

    double mean() {
        return milliseconds.stream().mapToDouble(ms -> ms).average().orElse(Double.NaN);
    }

    double percentile(double share) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "mean %8.2f ms (%6.2f of this processor), p50 %8.2f, p99 %8.2f (%d articles)",
                mean(),
                processor / milliseconds.size(),
                percentile(0.5),
                percentile(0.99),
                milliseconds.size());
    }
}
