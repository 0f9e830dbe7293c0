package parallax.local.verify;

import java.util.List;

/**
 * A real program that some tests need.
 *
 * @param name for the summary
 * @param profile the Maven profile that runs its tests
 * @param command one that answers with exit code 0 if it is there
 * @param packages Debian packages that bring it
 */
record Counterpart(String name, String profile, List<String> command, List<String> packages) {

    /** All of them. */
    static final List<Counterpart> ALL = List.of(
            new Counterpart("Prometheus", "prometheus", List.of("promtool", "--version"), List.of("prometheus")));
}
