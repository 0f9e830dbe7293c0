package parallax.local.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A secret that somebody types, or that a program hands over: nothing that others on the machine can read. */
final class Secret {

    private static final String VARIABLE = "PARALLAX_SECRET";

    private Secret() {}

    /** Asks without showing what is typed; where there is no terminal, takes the variable or the first line of the input. */
    @SuppressWarnings("SystemConsoleNull") // newer Javas have one always, and read the input by it
    static String ask(String what) throws IOException {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s: ", what);
            return checked(typed == null ? null : new String(typed), what);
        }
        return checked(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine(), what);
    }

    private static String checked(@Nullable String typed, String what) {
        if (typed == null || typed.isBlank()) {
            throw new IllegalStateException(what + " is needed: type it, pipe it in, or set " + VARIABLE + ".");
        }
        return typed.strip();
    }
}
