package parallax.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the user sees: a line a step, and on a terminal one line that changes while something takes long. */
public final class Console {

    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final Instant start = Instant.now();
    private Instant lastProgress = Instant.EPOCH;
    private boolean midLine;

    /** Writes to {@code out}; control characters only if that is a terminal. */
    public Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A step that is done, with the time since the start. */
    public synchronized void step(String text) {
        endLine();
        out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), text);
    }

    /** Text as it is. */
    public synchronized void print(String text) {
        endLine();
        out.println(text);
    }

    /** How far something is: overwritten on a terminal, else a line every fifteen seconds. */
    public synchronized void progress(String text) {
        String line = String.format(Locale.ROOT, "[%5.1f s] %s", seconds(), text);
        if (terminal) {
            out.print("\r\u001b[2K" + (line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…"));
            out.flush();
            midLine = true;
        } else if (lastProgress.plus(QUIET).isBefore(Instant.now())) {
            out.println(line);
            lastProgress = Instant.now();
        }
    }

    private void endLine() {
        if (midLine) {
            out.print("\r\u001b[2K");
            midLine = false;
        }
    }

    private double seconds() {
        return Duration.between(start, Instant.now()).toMillis() / 1000.0;
    }
}
