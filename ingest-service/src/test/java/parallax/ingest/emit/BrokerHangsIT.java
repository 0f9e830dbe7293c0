package parallax.ingest.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.local.kafka.LocalKafka;
import parallax.testing.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/** A broker that takes too long, or hangs: who pushes is told when to come again, and what was accepted is there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parallax.ingest.bulk-lines=3",
            "parallax.ingest.back-pressure.slow-acknowledgement=700ms",
            "parallax.ingest.back-pressure.patience=300ms",
            "parallax.ingest.back-pressure.retry-after=1s",
            "parallax.kafka.acknowledge-timeout=3s",
            "spring.kafka.producer.properties.delivery.timeout.ms=3000",
            "spring.kafka.producer.properties.request.timeout.ms=2000",
            "spring.kafka.producer.properties.max.block.ms=2000",
            "spring.kafka.producer.buffer-memory=300KB",
        })
@ContextConfiguration(initializers = BrokerHangsIT.Systems.class)
@DirtiesContext
class BrokerHangsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static LocalKafka kafka;
    static Wire wire;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterAll
    static void stop() throws IOException {
        wire.close();
        kafka.close();
    }

    @Test
    void while_the_broker_hangs_pushes_are_sent_away_at_once_and_nothing_is_recorded() throws Exception {
        await().until(() -> push("warm", "text").statusCode() == 202);
        wire.hold();
        CompletableFuture<HttpResponse<String>> caught = later("caught", "text");
        await().until(() -> push("probe", "text").statusCode() == 429);
        long start = System.nanoTime();
        HttpResponse<String> away = push("away", "text");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(Duration.ofSeconds(3)); // which the acknowledgement may take
        assertThat(away.statusCode()).isEqualTo(429);
        assertThat(away.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(away.body()).contains("too-busy", "Kafka takes longer than 700 ms to acknowledge");
        assertThat(caught.get().statusCode()).isEqualTo(503);
        assertThat(caught.get().headers().firstValue("Retry-After")).hasValue("5");
        assertThat(caught.get().body()).contains("not-recorded");
        assertThat(recorded("caught", "away")).isZero();
        wire.release();
        await().until(() -> push("caught", "text").statusCode() == 202);
        assertThat(recorded("caught")).isEqualTo(1);
    }

    @Test
    void when_the_senders_buffer_is_full_pushes_fail_in_time() throws Exception {
        await().until(() -> push("warm", "text").statusCode() == 202);
        wire.hold();
        List<CompletableFuture<HttpResponse<String>>> large = IntStream.range(0, 4)
                .mapToObj(n -> later("large-" + n, "x".repeat(200_000)))
                .toList();
        for (CompletableFuture<HttpResponse<String>> push : large) {
            assertThat(push.get().statusCode()).isIn(503, 429);
            assertThat(push.get().headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(recorded("large-0", "large-1", "large-2", "large-3")).isZero();
        wire.release();
    }

    @Test
    void what_was_accepted_is_on_the_topic_whatever_the_broker_did() throws Exception {
        await().until(() -> push("warm", "text").statusCode() == 202);
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        Set<Integer> refusals = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try (RawTopic topic = new RawTopic(kafka.bootstrap())) {
            List<Future<?>> sending = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(sender -> senders.submit(() -> {
                        for (int n = 0; !over.get(); n++) {
                            bulk("sent-" + sender + "-" + n + "-", accepted, refusals);
                        }
                        return null;
                    }))
                    .toList();
            for (int stalls = 0; stalls < 2; stalls++) {
                int before = accepted.size();
                await().atMost(Duration.ofSeconds(30)).until(() -> accepted.size() > before + 20);
                refusals.clear();
                wire.hold();
                await().atMost(Duration.ofSeconds(30)).until(() -> refusals.contains(503) && refusals.contains(429));
                wire.release();
            }
            over.set(true);
            for (Future<?> sender : sending) {
                sender.get();
            }
            Set<String> there = topic.news().stream()
                    .map(record -> record.key())
                    .filter(key -> key.startsWith("sent-"))
                    .collect(Collectors.toSet());
            assertThat(there).containsAll(accepted);
            assertThat(jdbc.sql("select id from document where id like 'sent-%'")
                            .query(String.class)
                            .set())
                    .isEqualTo(accepted);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Seven lines, of which the service takes three at a time. */
    private void bulk(String prefix, Set<String> accepted, Set<Integer> refusals) throws Exception {
        String lines = IntStream.range(0, 7)
                .mapToObj(line ->
                        "{\"source\":\"test\",\"id\":\"" + prefix + line + "\",\"content\":\"" + prefix + line + "\"}")
                .collect(Collectors.joining("\n"));
        HttpResponse<String> answer =
                HTTP.send(request("", "application/x-ndjson", lines), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            refusals.add(answer.statusCode());
            return;
        }
        answer.body().lines().map(JsonMapper.shared()::readTree).forEach(line -> {
            if (line.get("status").isNumber()) {
                refusals.add(line.get("status").asInt());
            } else {
                accepted.add(line.get("id").asString());
            }
        });
    }

    private HttpResponse<String> push(String id, String text) throws Exception {
        return HTTP.send(request("?source=test&id=" + id, "text/markdown", text), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> later(String id, String text) {
        return HTTP.sendAsync(
                request("?source=test&id=" + id, "text/markdown", text), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String query, String type, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/documents" + query))
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_8)))
                .build();
    }

    private long recorded(String... ids) {
        return jdbc.sql("select count(*) from document where id = any(?::text[])")
                .param(ids)
                .query(Long.class)
                .single();
    }

    static class Systems implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                int plain = TestKafka.freePort();
                int controller = TestKafka.freePort();
                int wired = TestKafka.freePort();
                int outside = TestKafka.freePort();
                kafka = LocalKafka.start(
                        Files.createTempDirectory("parallax-wired").resolve("kafka"), plain, controller, """
                        listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d,WIRED://localhost:%3$d
                        advertised.listeners=PLAINTEXT://localhost:%1$d,WIRED://localhost:%4$d
                        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,WIRED:PLAINTEXT
                        """.formatted(
                                        plain, controller, wired, outside));
                wire = new Wire(outside, wired);
                IngestTest.Systems.connect(context, "localhost:" + outside, "parallax_ingest_wired");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
