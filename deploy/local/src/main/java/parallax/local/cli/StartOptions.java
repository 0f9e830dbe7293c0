package parallax.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parallax.local.console.Console;
import parallax.local.system.Build;
import parallax.local.system.LocalSystem;
import parallax.local.system.Plan;
import parallax.local.system.Ports;
import parallax.local.system.Service;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code demo} and {@code up} have in common. */
final class StartOptions {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--ports",
            paramLabel = "BASE",
            description = "Moves all ports; each keeps its distance from the base (default: ${DEFAULT-VALUE}).")
    private int base = Ports.DEFAULT_BASE;

    @Option(names = "--fresh", description = "Forget what was kept and begin anew.")
    private boolean fresh;

    @Option(
            names = "--cms-root",
            paramLabel = "DIR",
            description =
                    "A folder under which Markdown posts may be written, besides the data folder's own; may be repeated.")
    private List<Path> cmsRoots = new ArrayList<>();

    @Option(
            names = "--folders",
            paramLabel = "DIR",
            description = "Folders in it may be watched as sources; may be repeated (always: .parallax/folders).")
    private List<Path> folders = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the services, such as parallax.publish.base-url; may be repeated.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--no-build", hidden = true)
    private boolean noBuild;

    DataOption data() {
        return data;
    }

    LocalSystem start(Map<Service, Integer> instances, Console console) throws IOException, InterruptedException {
        return LocalSystem.start(prepare(instances, console), fresh, console);
    }

    /** Builds what is not built, if nothing stands in the way of a start. */
    Plan prepare(Map<Service, Integer> instances, Console console) throws IOException, InterruptedException {
        Plan plan = new Plan(data.layout(), new Ports(base), instances, absolute(folders), cmsRoots, settings);
        LocalSystem.requireFree(plan);
        if (!noBuild) {
            Build.ifNeeded(plan.layout(), console);
        }
        return plan;
    }

    private static List<Path> absolute(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    static Console console() {
        return new Console(System.out, Boolean.getBoolean("parallax.terminal"));
    }
}
