package parallax.local.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
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

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "The source they come from (default: the folder's name).")
    private String source = "";

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|URL",
            description = "In a folder: .md, .markdown, .txt, .html, .htm, but no README.")
    private List<String> what = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        State state = data.running();
        Pusher pusher = new Pusher(state.urls().getOrDefault("ingest", ""), state.token());
        String from = source.isEmpty() ? sourceOf(what.get(0)) : source;
        Pusher.Outcome outcome = Boolean.getBoolean("parallax.terminal")
                ? withBar(pusher, from)
                : pusher.push(what, from, count -> System.out.println("pushing " + count + " documents"), () -> {});
        outcome.refused().forEach(line -> System.err.println("refused: " + line));
        System.out.println(outcome);
        return outcome.refused().isEmpty() ? 0 : 1;
    }

    private Pusher.Outcome withBar(Pusher pusher, String from) throws IOException, InterruptedException {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("pushing")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setMaxRenderedLength(100)
                .build()) {
            return pusher.push(what, from, bar::maxHint, bar::step);
        }
    }

    /** A source's name holds letters, digits, dot, dash and underscore. */
    static String sourceOf(String argument) {
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return java.net.URI.create(argument).getHost();
        }
        Path path = Path.of(argument).toAbsolutePath().normalize();
        Path folder = java.nio.file.Files.isDirectory(path) ? path : path.getParent();
        String name = folder == null || folder.getFileName() == null
                ? "local"
                : folder.getFileName().toString();
        String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return clean.isEmpty() ? "local" : clean.substring(0, Math.min(64, clean.length()));
    }
}
