package parallax.local.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import parallax.local.console.Console;
import parallax.local.push.Argument;
import parallax.local.push.Pusher;
import parallax.local.system.Layout;
import parallax.local.system.LocalSystem;
import parallax.local.system.Plan;
import parallax.local.system.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Starts everything, ingests the five seeds, shows what came of them, and stays until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SEEDS = 5;

    @Mixin
    private StartOptions options = new StartOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Console console = StartOptions.console();
        LocalSystem system = options.start(Plan.ONE_EACH, console);
        State state = system.state(true);
        Layout layout = options.data().layout();
        Newsroom newsroom = new Newsroom(state);
        newsroom.connectWebhook();
        console.step("connected a webhook: " + state.receiver());
        newsroom.connectBlog(layout.posts());
        console.step("connected a blog: Markdown posts go to " + layout.posts());

        Instant pushed = Instant.now();
        Pusher.Outcome outcome = new Pusher(state.url("ingest"), state.token(), null)
                .push(List.of(new Argument(layout.seeds().toString(), "seeds")), "seeds", count -> {}, more -> {});
        console.step("pushed the seeds: " + outcome);
        outcome.refused().forEach(line -> console.step("refused: " + line));
        while (!newsroom.hasStoriesOf(SEEDS) || !newsroom.deliveredAll()) {
            if (pushed.plus(PATIENCE).isBefore(Instant.now())) {
                console.step(
                        "not everything has come through yet; what has is below, ./parallax status and the logs may say why");
                break;
            }
            console.progress("waiting for stories and deliveries");
            Thread.sleep(200);
        }
        console.step("the seeds are through, %d ms after they were pushed"
                .formatted(Duration.between(pushed, Instant.now()).toMillis()));
        console.print("");
        console.print(newsroom.report());
        console.print(newsroom.received());
        console.print("");
        console.print(Summary.of(state, layout));
        console.print("Ctrl-C stops everything; ./parallax demo goes on with the same data, --fresh begins anew.");
        system.watch();
        return 0;
    }
}
