package parallax.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./parallax}. */
@Command(
        name = "parallax",
        description = "One interview, one story: runs, feeds and tests Parallax on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            IngestCommand.class,
            ConnectCommand.class,
            TokenCommand.class,
            StatusCommand.class,
            StopCommand.class,
            VerifyCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Start with: ./parallax demo",
            "Each command explains itself: ./parallax help connect wordpress",
            "Everything that runs keeps its data in .parallax (see --data) and listens to this machine only."
        })
public final class Parallax {

    private Parallax() {}

    /** Runs a command and exits with its code: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Parallax());
        commandLine.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, command, result) -> {
            command.getErr()
                    .println("parallax: "
                            + Objects.requireNonNullElse(
                                    failure.getMessage(), failure.getClass().getSimpleName()));
            return 1;
        });
        if (!Boolean.getBoolean("parallax.terminal")) {
            commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        versioned(commandLine.getCommandSpec());
        return commandLine;
    }

    private static void versioned(CommandLine.Model.CommandSpec command) {
        command.version("parallax "
                + Objects.requireNonNullElse(Parallax.class.getPackage().getImplementationVersion(), "?"));
        command.subcommands().values().forEach(one -> versioned(one.getCommandSpec()));
    }
}
