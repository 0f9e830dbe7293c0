package parallax.local.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a push is, with its rate and the time that is left: a bar on a terminal, else a line every few seconds. */
final class Progress {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream out;
    private final @Nullable ProgressBar bar;
    private final Instant start = Instant.now();
    private Instant next = start.plus(EVERY);
    private int count;
    private int done;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName("pushing")
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(200)
                        .showSpeed()
                        .build()
                : null;
    }

    void count(int documents) {
        count = documents;
        if (bar != null) {
            bar.maxHint(documents);
        } else {
            out.printf(Locale.ROOT, "pushing %,d document%s%n", documents, documents == 1 ? "" : "s");
        }
    }

    void done(int more) {
        done += more;
        if (bar != null) {
            bar.stepBy(more);
        } else if (!Instant.now().isBefore(next) && done < count) {
            out.println(line(done, count, Duration.between(start, Instant.now())));
            next = Instant.now().plus(EVERY);
        }
    }

    static String line(int done, int count, Duration time) {
        double perSecond = done / Math.max(0.001, time.toMillis() / 1000.0);
        long left = perSecond == 0 ? 0 : Math.round((count - done) / perSecond);
        return String.format(
                Locale.ROOT,
                "%,d of %,d (%d %%), %,.0f a second, %d:%02d left",
                done,
                count,
                count == 0 ? 100 : done * 100L / count,
                perSecond,
                left / 60,
                left % 60);
    }

    void end() {
        if (bar != null) {
            bar.close();
        }
    }
}
