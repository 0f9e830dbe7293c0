package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.testing.TestPostgres;

/**
 * How long others wait while one story hangs at an endpoint, or one endpoint hangs as a whole; with the waits that are usual.
 * {@code -Ddelay.timeout=20} for the time-out that is usual too.
 */
class DelayIT extends RunningService {

    private static final int STORIES = 80;
    private static final Duration EVERY = Duration.ofMillis(50);
    private static final Duration TIMEOUT = Duration.ofSeconds(Integer.getInteger("delay.timeout", 3));

    @Test
    void who_hangs_delays_nobody_else() throws Exception {
        String group = id("delays");
        try (Endpoint well = new Endpoint();
                Endpoint ill = new Endpoint();
                ConfigurableApplicationContext instance = anotherInstance(Map.of(
                        "parallax.publish.register.keys", // channels of other tests are none of ours
                        group,
                        "spring.datasource.url",
                        TestPostgres.url("parallax_publish_delays"),
                        "spring.cloud.stream.bindings.projectArticles-in-0.group",
                        group,
                        "spring.cloud.stream.bindings.projectStories-in-0.group",
                        group,
                        "spring.cloud.stream.bindings.projectDecisions-in-0.group",
                        group,
                        "parallax.publish.webhook.timeout",
                        TIMEOUT.toSeconds() + "s",
                        "parallax.publish.delivery.retries",
                        Stream.generate(() -> "1s").limit(60).reduce("0s", (all, one) -> all + "," + one),
                        "parallax.publish.delivery.busy-wait",
                        "1s",
                        "db-scheduler.polling-interval",
                        "1s"))) {
            int there = Integer.parseInt(instance.getEnvironment().getProperty("local.server.port", "0"));
            register(there, well);
            deliver(well); // so that all is warm
            Duration usual = p99(deliver(well), well);

            String source = id("src");
            String hangs = id("hangs");
            well.hangOn(hangs);
            ArticleEnriched article = piece(id("doc"), "r1", source, "Hangs", Samples.TIME);
            send(article, story(hangs, 1, article));
            eventually(() -> assertThat(well.got(hangs)).isTrue());
            Duration oneStory = p99(deliver(well), well);

            register(there, ill);
            ill.hangOn("");
            Duration oneEndpoint = p99(deliver(well), well);
            System.out.printf(
                    "FIGURE webhook delay p99 of %d stories, one every %d ms: %d ms; while another story hangs at the endpoint for its time-out (%d s) again and again: %d ms; while another endpoint hangs too: %d ms%n",
                    STORIES,
                    EVERY.toMillis(),
                    usual.toMillis(),
                    TIMEOUT.toSeconds(),
                    oneStory.toMillis(),
                    oneEndpoint.toMillis());
            assertThat(oneStory).isLessThan(usual.plusSeconds(1));
            assertThat(oneEndpoint).isLessThan(usual.plusSeconds(1));
        }
    }

    private Map<String, Instant> deliver(Endpoint endpoint) throws InterruptedException {
        Map<String, Instant> sent = new ConcurrentHashMap<>();
        ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> ticks = pace.scheduleAtFixedRate(
                    () -> {
                        if (sent.size() < STORIES) {
                            String story = id("timed");
                            ArticleEnriched article = piece(id("doc"), "r1", id("src"), "Timed", Samples.TIME);
                            sent.put(story, Instant.now());
                            send(article, story(story, 1, article));
                        }
                    },
                    0,
                    EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
            eventually(() -> assertThat(sent).hasSize(STORIES));
            ticks.cancel(false);
        } finally {
            pace.shutdown();
            assertThat(pace.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        eventually(() -> assertThat(sent.keySet()).allMatch(endpoint::got));
        return sent;
    }

    private static Duration p99(Map<String, Instant> sent, Endpoint endpoint) {
        List<Duration> waits = new ArrayList<>(sent.entrySet().stream()
                .map(entry -> Duration.between(entry.getValue(), endpoint.first(entry.getKey())))
                .sorted()
                .toList());
        return waits.get((int) Math.ceil(waits.size() * 0.99) - 1);
    }

    private static void register(int port, Endpoint endpoint) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/webhooks"))
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"url\":\"" + endpoint.url() + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Takes what comes at once, but never answers about one story. */
    private static final class Endpoint implements AutoCloseable {

        private final HttpServer server;
        private final Map<String, Instant> first = new ConcurrentHashMap<>();
        private volatile String hangsOn = "none";

        Endpoint() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", this::take);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        }

        void hangOn(String story) {
            hangsOn = story;
        }

        boolean got(String story) {
            return first.containsKey(story);
        }

        Instant first(String story) {
            return first.getOrDefault(story, Instant.MAX);
        }

        private void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String story = body.replaceFirst("(?s).*\"story\":\"((?:timed|hangs)-[^\"]+)\".*", "$1");
            first.putIfAbsent(story, Instant.now());
            if (!body.contains(hangsOn)) {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
