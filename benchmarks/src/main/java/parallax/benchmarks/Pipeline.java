package parallax.benchmarks;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents per second through the whole pipeline of the system that runs, from the push to the story that is shown, beside the
 * same documents through the same broker alone: {@code Pipeline [DOCUMENTS [DATA_FOLDER]]}.
 */
public final class Pipeline {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RunningSystem system;

    private Pipeline(RunningSystem system) {
        this.system = system;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        Path data = Path.of(args.length > 1 ? args[1] : ".parallax");
        Pipeline pipeline = new Pipeline(new RunningSystem(data));
        String run = Long.toString(System.currentTimeMillis(), 36);
        List<String> articles = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            articles.add(Articles.article(run, n));
        }
        long bytes = articles.stream()
                .mapToLong(article -> article.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        double raw = new RawKafka(pipeline.system.bootstrap()).perSecond(articles);
        double shown = pipeline.perSecond(run, articles);
        System.out.printf(Locale.ROOT, "documents                %,d of %,d bytes on average%n", count, bytes / count);
        System.out.printf(Locale.ROOT, "broker alone             %,.0f documents/s (sent, acknowledged, read)%n", raw);
        System.out.printf(
                Locale.ROOT, "whole pipeline           %,.0f documents/s (pushed, enriched, grouped, shown)%n", shown);
        System.out.printf(Locale.ROOT, "ratio                    %.3f%n", shown / raw);
    }

    private double perSecond(String run, List<String> articles) throws IOException, InterruptedException {
        double before = applied();
        long start = System.nanoTime();
        for (int from = 0; from < articles.size(); from += AT_ONCE) {
            StringBuilder lines = new StringBuilder();
            for (int n = from; n < Math.min(articles.size(), from + AT_ONCE); n++) {
                lines.append(JSON.writeValueAsString(
                                Map.of("source", "benchmark", "id", run + "-" + n, "content", articles.get(n))))
                        .append('\n');
            }
            system.push(HttpRequest.BodyPublishers.ofString(lines.toString()), HttpResponse.BodyHandlers.discarding());
        }
        System.out.printf(
                Locale.ROOT, "accepted                 %,.0f documents/s%n", articles.size() / seconds(start));
        while (applied() - before < articles.size() || lagging()) {
            if (seconds(start) > PATIENCE.toSeconds()) {
                throw new IllegalStateException("not all came through in " + PATIENCE);
            }
            Thread.sleep(50);
        }
        return articles.size() / seconds(start);
    }

    /** How many articles publish has taken. */
    private double applied() throws IOException, InterruptedException {
        return system.metric("publish", "parallax_events_applied_total", "article.enriched");
    }

    /** Whether stories are still on their way. */
    private boolean lagging() throws IOException, InterruptedException {
        return system.metric("enrich", "parallax_outbox_pending", "") > 0
                || system.metric("enrich", "parallax_stories_changed_total", "founded")
                                + system.metric("enrich", "parallax_stories_changed_total", "updated")
                        > system.metric("publish", "parallax_events_applied_total", "story.changed");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
