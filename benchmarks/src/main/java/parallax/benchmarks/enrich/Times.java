package parallax.benchmarks.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, time and again, in milliseconds. */
final class Times {

    private final List<Double> milliseconds = new ArrayList<>();

    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        milliseconds.add((System.nanoTime() - start) / 1e6);
    }

    void addAll(Times others) {
        milliseconds.addAll(others.milliseconds);
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
                "mean %8.2f ms, p50 %8.2f, p99 %8.2f (%d articles)",
                mean(),
                percentile(0.5),
                percentile(0.99),
                milliseconds.size());
    }
}
