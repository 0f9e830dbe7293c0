package parallax.local.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import parallax.local.console.Console;
import parallax.local.system.Layout;
import parallax.local.system.LocalSystem;
import parallax.local.system.Service;
import parallax.local.system.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = "Starts Kafka, PostgreSQL and the services, and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private StartOptions options = new StartOptions();

    @Option(
            names = "--ingest",
            paramLabel = "N",
            description = "How many instances of ingest (default: ${DEFAULT-VALUE}).")
    private int ingest = 1;

    @Option(
            names = "--enrich",
            paramLabel = "N",
            description = "How many instances of enrich (default: ${DEFAULT-VALUE}).")
    private int enrich = 1;

    @Option(
            names = "--publish",
            paramLabel = "N",
            description = "How many instances of publish (default: ${DEFAULT-VALUE}).")
    private int publish = 1;

    @Option(names = "--detach", description = "Return once everything answers, and leave it running in the background.")
    private boolean detach;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = StartOptions.console();
        Map<Service, Integer> instances =
                Map.of(Service.INGEST, ingest, Service.ENRICH, enrich, Service.PUBLISH, publish);
        if (detach) {
            options.prepare(instances, console);
            return detached(console);
        }
        LocalSystem system = options.start(instances, console);
        console.print("");
        console.print(Summary.of(system.state(true), options.data().layout()));
        console.print("Ctrl-C stops everything.");
        system.watch();
        return 0;
    }

    /** The same command again, in a process of its own that outlives this one. */
    private int detached(Console console) throws IOException, InterruptedException {
        Layout layout = options.data().layout();
        Files.createDirectories(layout.data());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dparallax.root=" + layout.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Parallax.class.getName()));
        spec.commandLine().getParseResult().originalArgs().stream()
                .filter(argument -> !Set.of("--detach", "--no-build").contains(argument))
                .forEach(command::add);
        if (!command.contains("up")) {
            command.add(command.indexOf(Parallax.class.getName()) + 1, "up");
        }
        command.add("--no-build"); // it is done
        File log = layout.data().resolve("launcher.log").toFile();
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Steps steps = new Steps(log.toPath(), console);
        while (State.read(layout)
                .filter(state -> state.launcher() == launcher.pid() && state.ready())
                .isEmpty()) {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("it did not start:\n" + Files.readString(log.toPath()));
            }
            steps.show();
            Thread.sleep(300);
        }
        steps.show();
        console.print("");
        console.print(Summary.of(options.data().running(), layout));
        console.print("It runs in the background; ./parallax stop ends it.");
        return 0;
    }
}
