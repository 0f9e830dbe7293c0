package parallax.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import parallax.local.push.Journal;
import parallax.local.push.Pusher;
import parallax.local.system.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        description = "Pushes files, folders and web pages to the system that runs.",
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The source they come from (default: the folder's name).")
    private String source = "";

    @Option(
            names = "--again",
            description = "Push everything, also what was acknowledged before the last push was broken off.")
    private boolean again;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|URL",
            description = "In a folder: .md, .markdown, .txt, .html, .htm, .srt, .vtt, but no README.")
    private List<String> what = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        State state = data.running();
        String from = source.isEmpty() ? sourceOf(what.get(0)) : source;
        Journal journal = Journal.open(data.layout(), from, again);
        Pusher pusher = new Pusher(state.urls().getOrDefault("ingest", ""), state.token(), journal);
        Thread goodbye = new Thread(
                () -> System.err.println("\nBroken off. The same command again goes on where this one ended."));
        Runtime.getRuntime().addShutdownHook(goodbye);
        Progress progress = new Progress(System.out, Boolean.getBoolean("parallax.terminal"));
        Pusher.Outcome outcome;
        try {
            outcome = pusher.push(what, from, progress::count, progress::done);
        } finally {
            progress.end();
            forget(goodbye);
        }
        tell(outcome, data.layout().pushed().resolve(from + ".refused"));
        return outcome.refused().isEmpty() ? 0 : 1;
    }

    private static void forget(Thread goodbye) {
        try {
            Runtime.getRuntime().removeShutdownHook(goodbye);
        } catch (IllegalStateException e) {
            return; // it is being said just now
        }
    }

    private static void tell(Pusher.Outcome outcome, Path all) throws IOException {
        outcome.refused().stream().limit(SHOWN).forEach(line -> System.err.println("refused: " + line));
        if (outcome.refused().size() > SHOWN) {
            Files.write(all, outcome.refused());
            System.err.printf(
                    "… and %,d more; all of them are in %s%n", outcome.refused().size() - SHOWN, all);
        }
        System.out.println(outcome);
    }

    /** A source's name holds letters, digits, dot, dash and underscore. */
    static String sourceOf(String argument) {
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return java.net.URI.create(argument).getHost();
        }
        Path path = Path.of(argument).toAbsolutePath().normalize();
        Path folder = Files.isDirectory(path) ? path : path.getParent();
        String name = folder == null || folder.getFileName() == null
                ? "local"
                : folder.getFileName().toString();
        String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return clean.isEmpty() ? "local" : clean.substring(0, Math.min(64, clean.length()));
    }
}
