package parallax.local.cli;

import java.io.IOException;
import java.util.List;
import parallax.local.access.Tokens;
import parallax.local.console.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Makes, lists and ends the tokens of the system that runs.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say which: create, list, rotate or revoke");
    }

    @Command(
            description = "Makes a token and shows it, once.",
            mixinStandardHelpOptions = true,
            footer = {"", "./parallax token create crawler --scope ingest --expires P90D"})
    int create(
            @Mixin DataOption data,
            @Parameters(paramLabel = "NAME", description = "Who uses it, and for what.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            defaultValue = "ingest",
                            split = ",",
                            description = "ingest, read or admin; may be repeated (default: ${DEFAULT-VALUE}).")
                    List<String> scopes,
            @Option(
                            names = "--expires",
                            paramLabel = "TIME",
                            defaultValue = "P365D",
                            description = "P90D, PT12H, or never (default: ${DEFAULT-VALUE}).")
                    String expires)
            throws IOException, InterruptedException {
        show(tokens(data).create(name, scopes, expires));
        return 0;
    }

    @Command(description = "Lists them, without themselves.", mixinStandardHelpOptions = true)
    int list(@Mixin DataOption data) throws IOException, InterruptedException {
        Table table = new Table(20, 20, 18, 20, 20, 20).row("id", "name", "scopes", "expires", "last used", "revoked");
        tokens(data)
                .list()
                .forEach(token -> table.row(
                        token.id(),
                        token.name(),
                        token.scopes(),
                        day(token.expires()),
                        day(token.lastUsed()),
                        day(token.revoked())));
        System.out.print(table);
        return 0;
    }

    @Command(
            description = "Makes another of the same scopes; the old one stays good for a while.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Mixin DataOption data,
            @Parameters(paramLabel = "ID|NAME", description = "As list shows it.") String token,
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "PT24H",
                            description = "How long both are good (default: ${DEFAULT-VALUE}).")
                    String overlap)
            throws IOException, InterruptedException {
        show(tokens(data).rotate(token, overlap));
        return 0;
    }

    @Command(description = "Ends a token at once.", mixinStandardHelpOptions = true)
    int revoke(
            @Mixin DataOption data, @Parameters(paramLabel = "ID|NAME", description = "As list shows it.") String token)
            throws IOException, InterruptedException {
        System.out.println("revoked " + tokens(data).revoke(token));
        return 0;
    }

    private static Tokens tokens(DataOption data) {
        return new Tokens(data.running());
    }

    private static void show(Tokens.Made made) {
        System.out.println("id     " + made.id());
        System.out.println("token  " + made.secret());
    }

    private static String day(String time) {
        return time.replaceFirst("T(\\d\\d:\\d\\d).*", " $1");
    }
}
