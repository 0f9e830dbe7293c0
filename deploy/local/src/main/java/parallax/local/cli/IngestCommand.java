package parallax.local.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import parallax.local.push.Argument;
import parallax.local.push.Claims;
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
        footer = {
            "",
            "A file's document is named by its source and its path in it: blog:2026:my-trip is 2026/my-trip.md of blog. So the same "
                    + "folder again is recognised, and what has changed in it is a new revision. Two folders never overwrite each "
                    + "other: the second one of a name has a mark of its own, blog~1f0c2d3e:2026:my-trip. A file whose name holds a "
                    + "digest (16 hexadecimal digits or more) goes by that name alone. What is deleted in a folder stays; have the "
                    + "folder watched where it shall be withdrawn."
        },
        mixinStandardHelpOptions = true)
final class IngestCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The source they come from (default: the folder's name, the page's host).")
    private String source = "";

    @Option(
            names = "--again",
            description = "Push everything, also what was acknowledged before the last push was broken off.")
    private boolean again;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|URL",
            description =
                    "In a folder: Markdown, texts, pages and subtitles by their endings (.md, .txt, .html, .srt, .vtt and their like), but no README, and nothing that a site generator keeps for itself (_drafts, node_modules).")
    private List<String> what = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        State state = data.running();
        String ingest = state.url("ingest");
        Thread goodbye = new Thread(
                () -> System.err.println("\nBroken off. The same command again goes on where this one ended."));
        boolean refused = false;
        for (Map.Entry<String, List<Argument>> one : bySource().entrySet()) {
            Journal journal = Journal.open(data.layout(), one.getKey(), again);
            Pusher pusher = new Pusher(ingest, state.token(), journal);
            Runtime.getRuntime().addShutdownHook(goodbye);
            Progress progress = new Progress(System.out, Boolean.getBoolean("parallax.terminal"));
            Pusher.Outcome outcome;
            try {
                outcome = pusher.push(one.getValue(), one.getKey(), progress::count, progress::done);
            } finally {
                progress.end();
                forget(goodbye);
            }
            tell(outcome, data.layout().pushed().resolve(one.getKey() + ".refused"));
            refused = refused || !outcome.refused().isEmpty();
        }
        return refused ? 1 : 0;
    }

    /** What is to be pushed, by the source that each comes from. */
    private Map<String, List<Argument>> bySource() throws IOException {
        Claims claims = new Claims(data.layout());
        Map<String, List<Argument>> bySource = new LinkedHashMap<>();
        for (String argument : what) {
            Optional<Path> folder = folder(argument);
            String name = !source.isEmpty()
                    ? source
                    : folder.map(IngestCommand::sourceOf).orElseGet(() -> hostOf(argument));
            String prefix = folder.isPresent() ? claims.prefix(name, folder.get()) : name;
            bySource.computeIfAbsent(name, any -> new ArrayList<>()).add(new Argument(argument, prefix));
        }
        return bySource;
    }

    /** Where a file lies; empty if it is a page on the web. */
    private static Optional<Path> folder(String argument) {
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return Optional.empty();
        }
        Path path = Path.of(argument).toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("there is no file or folder " + argument);
        }
        return Optional.of(Files.isDirectory(path) || path.getParent() == null ? path : path.getParent());
    }

    private static String hostOf(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "web" : sourceName(host);
        } catch (IllegalArgumentException e) {
            return "web"; // pushing it says what is wrong with it
        }
    }

    private static String sourceOf(Path folder) {
        return sourceName(
                folder.getFileName() == null ? "" : folder.getFileName().toString());
    }

    /** A source's name holds letters, digits, dot, dash and underscore. */
    static String sourceName(String name) {
        String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return clean.isEmpty() ? "local" : clean.substring(0, Math.min(64, clean.length()));
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
}
