package parallax.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parallax.events.Event;
import parallax.stream.EventSender;
import parallax.stream.Outgoing;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a real broker and database; one context for all test classes. Tests keep apart by the ids they use. */
@SpringBootTest(classes = PublishApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RunningService {

    protected static final String TOKEN = "test-token-0123456789";
    protected static final Path CMS_ROOT = temporary();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    protected EventSender sender;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        settings().forEach((key, value) -> properties.add(key, () -> value));
    }

    protected static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("parallax.kafka.bootstrap", TestKafka.bootstrap()),
                Map.entry("spring.datasource.url", TestPostgres.url("parallax_publish")),
                Map.entry("parallax.token", TOKEN),
                Map.entry("parallax.publish.base-url", "https://publish.example"),
                Map.entry("parallax.publish.allowed-networks", "127.0.0.0/8,::1/128"),
                Map.entry("parallax.publish.cms-roots", CMS_ROOT.toString()),
                Map.entry("parallax.publish.feed.volume", "5"),
                Map.entry("parallax.publish.feed.fresh", "50ms"),
                Map.entry("parallax.publish.delivery.retries", "0s,200ms,200ms,200ms"),
                Map.entry("parallax.publish.hub.retries", "100ms,100ms,100ms"),
                Map.entry("parallax.publish.delivery.busy-wait", "50ms"),
                Map.entry("parallax.publish.delivery.retry-after-most", "4s"),
                Map.entry("parallax.publish.delivery.replay-page", "2"),
                Map.entry("db-scheduler.polling-interval", "100ms"),
                Map.entry("management.server.port", "0"));
    }

    protected void send(Event... events) {
        sender.send(Arrays.stream(events)
                .map(event -> Outgoing.of(event, "test", Instant.now(), null))
                .toList());
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return exchange(request(path, headers).GET());
    }

    protected static HttpResponse<String> get(int port, String path) {
        return exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .GET());
    }

    protected HttpResponse<String> write(String method, String path, String body) {
        return writeAs(TOKEN, method, path, body);
    }

    protected static HttpResponse<String> write(int port, String method, String path, String body) {
        return exchange(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .headers("Authorization", "Bearer " + TOKEN, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> writeAs(String token, String method, String path, String body) {
        return exchange(request(path, "Authorization", "Bearer " + token, "Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> writeOf(String type, String method, String path, String body) {
        return exchange(request(path, "Authorization", "Bearer " + TOKEN, "Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    protected JsonNode json(String path) {
        return json.readTree(get(path).body());
    }

    protected static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }

    /** Another instance beside the one under test, with the same broker and database. */
    protected static ConfigurableApplicationContext anotherInstance(Map<String, String> otherSettings) {
        Map<String, String> all = new LinkedHashMap<>(settings());
        all.put("server.port", "0");
        all.putAll(otherSettings);
        return new SpringApplicationBuilder(PublishApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("parallax-cms").toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
