package parallax.local.cli;

import java.nio.file.Path;
import parallax.local.system.Layout;
import parallax.local.system.State;
import picocli.CommandLine.Option;

/** Which system a command speaks of. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: .parallax in the checkout).")
    private Path data = Path.of("");

    Layout layout() {
        Path root = Path.of(System.getProperty("parallax.root", "."))
                .toAbsolutePath()
                .normalize();
        Path folder = data.toString().isEmpty()
                ? root.resolve(".parallax")
                : data.toAbsolutePath().normalize();
        return new Layout(root, folder);
    }

    /** The system that runs. */
    State running() {
        Layout layout = layout();
        return State.read(layout)
                .filter(State::alive)
                .orElseThrow(() -> new IllegalStateException("nothing runs with its data in " + layout.data()
                        + "; start it with ./parallax up or ./parallax demo"));
    }
}
