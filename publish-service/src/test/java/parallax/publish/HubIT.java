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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.Topics;

/** Our WebSub hub, as subscribers meet it. */
class HubIT extends RunningService {

    private static final String BASE = "https://publish.example";

    @Test
    void who_confirms_is_told_within_five_seconds_signed_and_until_he_leaves() throws Exception {
        String source = id("src");
        String topic = BASE + "/feeds/stories.atom?source=" + source;
        try (Subscriber subscriber = new Subscriber()) {
            assertThat(ask("subscribe", topic, subscriber.url(), "s3cret", "60").statusCode())
                    .isEqualTo(202);
            eventually(() -> assertThat(subscriber.asked).hasSize(1));
            assertThat(subscriber.asked.get(0))
                    .containsEntry("hub.mode", "subscribe")
                    .containsEntry("hub.topic", topic)
                    .containsEntry("hub.lease_seconds", "300"); // the least that is granted
            ArticleEnriched one = piece(id("doc"), "r1", source, "Pushed", Samples.TIME);
            Instant before = Instant.now();
            send(one, story(id("story"), 1, one));
            eventually(() -> assertThat(subscriber.pushed).isNotEmpty());
            assertThat(Duration.between(before, subscriber.pushed.get(0).at())).isLessThan(Duration.ofSeconds(5));
            Push push = subscriber.pushed.get(0);
            assertThat(push.body())
                    .contains("Pushed")
                    .isEqualTo(get("/feeds/stories.atom?source=" + source).body());
            assertThat(push.header("Content-type")).startsWith("application/atom+xml");
            assertThat(push.header("Link")).contains("<" + topic + ">; rel=\"self\"", "/websub>; rel=\"hub\"");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            assertThat(push.header("X-hub-signature"))
                    .isEqualTo("sha256="
                            + HexFormat.of().formatHex(mac.doFinal(push.body().getBytes(StandardCharsets.UTF_8))));

            // What does not concern this feed is not pushed; what does, is.
            ArticleEnriched other = piece(id("doc"), "r1", id("src"), "Elsewhere", Samples.TIME);
            ArticleEnriched two = piece(id("doc"), "r1", source, "Second", Samples.TIME);
            send(other, story(id("story"), 1, other));
            send(two, story(id("story"), 1, two));
            eventually(() -> assertThat(last(subscriber).body()).contains("Second"));
            assertThat(subscriber.pushed)
                    .allSatisfy(one2 -> assertThat(one2.body()).doesNotContain("Elsewhere"));
            assertThat(subscriber.pushed).extracting(Push::body).doesNotHaveDuplicates();

            assertThat(ask("unsubscribe", topic, subscriber.url(), null, null).statusCode())
                    .isEqualTo(202);
            eventually(() -> assertThat(subscriber.asked).hasSize(2));
            assertThat(subscriber.asked.get(1)).containsEntry("hub.mode", "unsubscribe");
            nothingMoreAfterTheNextChange(source, subscriber, topic);
        }
    }

    @Test
    void who_does_not_confirm_is_not_told() throws Exception {
        String source = id("src");
        String topic = BASE + "/feeds/stories.json?source=" + source;
        try (Subscriber subscriber = new Subscriber()) {
            subscriber.confirms = false;
            ask("subscribe", topic, subscriber.url(), null, null);
            eventually(() -> assertThat(subscriber.asked).hasSize(1));
            nothingMoreAfterTheNextChange(source, subscriber, topic);
        }
    }

    @Test
    void who_lets_his_lease_end_is_not_told_and_may_come_again() throws Exception {
        String source = id("src");
        String topic = BASE + "/feeds/stories.rss?source=" + source;
        try (Subscriber subscriber = new Subscriber()) {
            ask("subscribe", topic, subscriber.url(), null, null);
            eventually(() -> assertThat(active(subscriber)).isTrue());
            jdbc.sql("update hub_subscription set lease_until = now() - interval '1 second' where callback = :url")
                    .param("url", subscriber.url())
                    .update();
            try (Subscriber witness = new Subscriber()) {
                ask("subscribe", topic, witness.url(), null, null);
                eventually(() -> assertThat(active(witness)).isTrue());
                ArticleEnriched one = piece(id("doc"), "r1", source, "Too late", Samples.TIME);
                send(one, story(id("story"), 1, one));
                eventually(() -> assertThat(last(witness).body()).contains("Too late"));
            }
            assertThat(subscriber.pushed).isEmpty();
            ask("subscribe", topic, subscriber.url(), null, null);
            eventually(() -> assertThat(active(subscriber)).isTrue());
            ArticleEnriched two = piece(id("doc"), "r1", source, "In time", Samples.TIME);
            send(two, story(id("story"), 1, two));
            eventually(() -> assertThat(last(subscriber).body()).contains("In time"));
        }
    }

    @Test
    void a_push_that_fails_is_made_again_and_who_is_gone_is_forgotten() throws Exception {
        String source = id("src");
        String topic = BASE + "/feeds/articles.rss?source=" + source;
        try (Subscriber subscriber = new Subscriber()) {
            subscriber.answers.addAll(List.of(500, 503, 200, 410));
            ask("subscribe", topic, subscriber.url(), null, null);
            eventually(() -> assertThat(subscriber.asked).hasSize(1));
            eventually(() -> assertThat(active(subscriber)).isTrue());
            send(piece(id("doc"), "r1", source, "Again and again", Samples.TIME));
            eventually(() -> assertThat(subscriber.pushed).hasSize(3));
            assertThat(subscriber.pushed)
                    .extracting(Push::body)
                    .containsOnly(subscriber.pushed.get(0).body());
            send(piece(id("doc"), "r1", source, "Into the void", Samples.TIME));
            eventually(() -> assertThat(subscriber.pushed).hasSize(4));
            eventually(() -> assertThat(active(subscriber)).isFalse());
        }
    }

    @Test
    void subscriptions_outlive_a_lost_database_and_who_left_is_not_told_again() throws Exception {
        String source = id("src");
        String topic = BASE + "/feeds/stories.atom?source=" + source;
        try (Subscriber stays = new Subscriber();
                Subscriber leaves = new Subscriber()) {
            for (Subscriber each : List.of(stays, leaves)) {
                ask("subscribe", topic, each.url(), "s3cret", "3600");
                eventually(() -> assertThat(active(each)).isTrue());
            }
            ask("unsubscribe", topic, leaves.url(), null, null);
            eventually(() -> assertThat(active(leaves)).isFalse());
            String lease = lease(stays);

            jdbc.sql("delete from hub_subscription").update();
            jdbc.sql("delete from partition_read where topic = :topic")
                    .param("topic", Topics.CHANNELS)
                    .update();
            anotherInstance(Map.of()).close();

            assertThat(active(leaves)).isFalse();
            assertThat(lease(stays)).isEqualTo(lease);
            ArticleEnriched later = piece(id("doc"), "r1", source, "After the loss", Samples.TIME);
            send(later, story(id("story"), 1, later));
            eventually(() -> assertThat(last(stays).body()).contains("After the loss"));
            assertThat(last(stays).header("X-hub-signature")).startsWith("sha256=");
            assertThat(leaves.pushed).isEmpty();
        }
    }

    /** It asks for an hour; {@code retry-after-most} is four seconds here, its own retries come after 100 ms. */
    @Test
    void who_asks_to_be_left_alone_is_left_alone_within_reason() throws Exception {
        try (Subscriber subscriber = new Subscriber()) {
            String source = id("src");
            ask("subscribe", BASE + "/feeds/stories.json?source=" + source, subscriber.url(), null, null);
            eventually(() -> assertThat(active(subscriber)).isTrue());
            subscriber.pushed.clear(); // what there was when it subscribed
            subscriber.retryAfter = "3600";
            subscriber.answers.add(503);
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            send(one, story(id("story"), 1, one));
            eventually(() -> assertThat(subscriber.pushed).hasSizeGreaterThanOrEqualTo(2));
            assertThat(Duration.between(
                            subscriber.pushed.get(0).at(),
                            subscriber.pushed.get(1).at()))
                    .isBetween(Duration.ofMillis(3900), Duration.ofSeconds(40));
        }
    }

    private String lease(Subscriber subscriber) {
        return jdbc.sql("select lease_until::text from hub_subscription where callback = :url and active")
                .param("url", subscriber.url())
                .query(String.class)
                .single();
    }

    @Test
    void what_cannot_be_subscribed_to_is_refused_with_a_reason() throws Exception {
        String topic = BASE + "/feeds/stories.rss";
        for (String bad : List.of(
                "https://elsewhere.example/feeds/stories.rss",
                BASE + "/feeds/stories/archive/0.rss",
                BASE + "/feeds/stories.rss?before=5",
                BASE + "/feeds/stories.rss#x",
                "nonsense")) {
            assertThat(ask("subscribe", bad, "https://example.org/cb", null, null)
                            .statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        for (String callback : List.of("http://10.0.0.1/", "http://169.254.169.254/", "ftp://example.org/", "x")) {
            assertThat(ask("subscribe", topic, callback, null, null).statusCode())
                    .as(callback)
                    .isEqualTo(400);
        }
        assertThat(ask("publish", topic, "https://example.org/cb", null, null).statusCode())
                .isEqualTo(400);
        assertThat(ask("subscribe", topic, "https://example.org/cb", "x".repeat(200), null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("subscribe", topic, "https://example.org/cb", null, "soon")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/feeds/stories.rss").headers().firstValue("Link").orElse(""))
                .contains("<" + BASE + "/websub>; rel=\"hub\"");
    }

    /** Another subscriber of the same feed shows when the change has been pushed. */
    private void nothingMoreAfterTheNextChange(String source, Subscriber subscriber, String topic) throws Exception {
        int before = subscriber.pushed.size();
        try (Subscriber witness = new Subscriber()) {
            ask("subscribe", topic, witness.url(), null, null);
            eventually(() -> assertThat(active(witness)).isTrue());
            eventually(() -> assertThat(active(subscriber)).isFalse());
            ArticleEnriched later = piece(id("doc"), "r1", source, "Later", Samples.TIME);
            send(later, story(id("story"), 1, later));
            eventually(() -> assertThat(last(witness).body()).contains("Later"));
        }
        assertThat(subscriber.pushed).hasSize(before);
    }

    private boolean active(Subscriber subscriber) {
        return jdbc.sql("select count(*) from hub_subscription where callback = :url and active")
                        .param("url", subscriber.url())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Push last(Subscriber subscriber) {
        assertThat(subscriber.pushed).isNotEmpty();
        return subscriber.pushed.get(subscriber.pushed.size() - 1);
    }

    private HttpResponse<String> ask(String mode, String topic, String callback, String secret, String lease)
            throws Exception {
        Map<String, String> form =
                new HashMap<>(Map.of("hub.mode", mode, "hub.topic", topic, "hub.callback", callback));
        if (secret != null) {
            form.put("hub.secret", secret);
        }
        if (lease != null) {
            form.put("hub.lease_seconds", lease);
        }
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/websub"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    record Push(Instant at, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private static final class Subscriber implements AutoCloseable {

        private final HttpServer server;
        private final String path = "/" + Samples.id("callback");
        private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
        private final List<Push> pushed = new CopyOnWriteArrayList<>();
        private final List<Integer> answers = new CopyOnWriteArrayList<>();
        private volatile boolean confirms = true;
        private volatile @Nullable String retryAfter;

        Subscriber() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(path, this::take);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path + "?me=1";
        }

        private void take(HttpExchange exchange) throws IOException {
            byte[] answer = new byte[0];
            int status = 200;
            if (exchange.getRequestMethod().equals("GET")) {
                Map<String, String> parameters = new HashMap<>();
                for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
                    String[] two = pair.split("=", 2);
                    parameters.put(two[0], URLDecoder.decode(two[1], StandardCharsets.UTF_8));
                }
                asked.add(parameters);
                answer = (confirms ? parameters.get("hub.challenge") : "no").getBytes(StandardCharsets.UTF_8);
            } else {
                pushed.add(new Push(
                        Instant.now(),
                        new HashMap<>(exchange.getRequestHeaders()),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                status = answers.isEmpty() ? 202 : answers.remove(0);
            }
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
