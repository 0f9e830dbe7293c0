package parallax.local.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.local.console.Console;

/** Shows the steps of a launcher in another process, which writes them to a log: each once, by this one's clock. */
final class Steps {

    private static final Pattern STEP = Pattern.compile("\\[ *[0-9.]+ s] (.*)");

    private final Path log;
    private final Console console;
    private int read;

    Steps(Path log, Console console) {
        this.log = log;
        this.console = console;
    }

    /** Shows those that have come since it was last called; a line that is not whole yet waits. */
    void show() throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.lines().skip(read).toList()) {
            read++;
            Matcher step = STEP.matcher(line);
            if (step.matches()) {
                console.step(step.group(1));
            }
        }
    }
}
