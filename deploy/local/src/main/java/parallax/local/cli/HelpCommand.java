package parallax.local.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Picocli's own explains the first word only: {@code help connect wordpress} would explain {@code connect}. */
@Command(name = "help", description = "Explains a command: help connect wordpress.", helpCommand = true)
final class HelpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "What to explain, with the words that follow it.")
    private List<String> words = List.of();

    @Override
    public Integer call() {
        CommandLine command = spec.root().commandLine();
        for (String word : words) {
            CommandLine next = command.getSubcommands().get(word);
            if (next == null) {
                throw new ParameterException(command, "there is no command '" + String.join(" ", words) + "'");
            }
            command = next;
        }
        command.usage(spec.root().commandLine().getOut());
        return 0;
    }
}
