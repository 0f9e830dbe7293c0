package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A feed whose hub tells of news, and lists of feeds. The site of the test is the hub. */
@IngestTest
class HubsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    WebSite site;

    @BeforeEach
    void open() throws Exception {
        site = new WebSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_hub_is_asked_confirmed_heeded_and_asked_again() throws Exception {
        site.put("/hub", 202, Map.of(), "");
        site.put("/feed", 200, Map.of("ETag", "\"1\""), feed("first"));
        new SourcesClient(port).feed("hubbed", site.url("/feed"));
        await().until(() -> !site.requests("/hub").isEmpty());
        Map<String, String> form = form(site.requests("/hub").get(0).body());
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", site.url("/feed"))
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(form.get("hub.secret")).hasSize(48);
        String callback = form.get("hub.callback");
        assertThat(callback).startsWith("https://ingest.example.org/v1/websub/");
        String path = URI.create(callback).getPath();

        assertThat(verify(path, "subscribe", "https://example.org/other").statusCode())
                .isEqualTo(404);
        assertThat(verify("/v1/websub/unknown", "subscribe", site.url("/feed")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> confirmed = verify(path, "subscribe", site.url("/feed"));
        assertThat(confirmed.body()).isEqualTo("<c>");
        assertThat(confirmed.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(verify(path, "unsubscribe", site.url("/feed")).statusCode()).isEqualTo(404);

        int visits = site.requests("/feed").size();
        Instant planned = await().until(() -> planned("hubbed"), time -> time.isAfter(Instant.now()));
        assertThat(tell(path, "news", "sha256=" + "0".repeat(64))).isEqualTo(202);
        assertThat(tell(path, "news", null)).isEqualTo(202);
        assertThat(planned("hubbed")).isEqualTo(planned);
        assertThat(tell(path, "news", sign("news", form.get("hub.secret")))).isEqualTo(202);
        await().until(() -> site.requests("/feed").size() > visits);
        await().untilAsserted(() -> assertThat(
                        Instant.parse(source("hubbed").at("/visits/next").asString()))
                .isAfter(Instant.now().plus(Duration.ofHours(11))));

        jdbc.sql("update websub set live_until = now() + interval '1 day'").update();
        new SourcesClient(port).visitAgain("hubbed");
        await().until(() -> site.requests("/hub").size() == 2);
        assertThat(form(site.requests("/hub").get(1).body()).get("hub.callback"))
                .isEqualTo(callback);

        new SourcesClient(port).delete("hubbed");
        assertThat(tell(path, "news", sign("news", form.get("hub.secret")))).isEqualTo(410);
    }

    @Test
    void a_hub_that_does_not_want_us_is_told_of_and_left_alone() throws Exception {
        site.put("/hub", 403, Map.of(), "");
        site.put("/feed", feed("first"));
        new SourcesClient(port).feed("unwanted", site.url("/feed"));
        await().untilAsserted(() ->
                assertThat(source("unwanted").get("warnings").toString()).contains("hub-denies", "403"));
        new SourcesClient(port).visitAgain("unwanted");
        await().until(() -> site.requests("/feed").size() == 2);
        assertThat(site.requests("/hub")).hasSize(1);

        jdbc.sql("update websub set asked_at = now() - interval '2 days' where source = 'unwanted'")
                .update();
        site.put("/hub", 202, Map.of(), "");
        new SourcesClient(port).visitedAgain("unwanted");
        assertThat(source("unwanted").get("warnings").toString()).contains("hub-denies"); // it has not agreed yet
        String callback = form(site.requests("/hub").get(1).body()).get("hub.callback");
        assertThat(verify(URI.create(callback).getPath(), "subscribe", site.url("/feed"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(source("unwanted").get("warnings").toString()).doesNotContain("hub-denies");
        new SourcesClient(port).delete("unwanted");
    }

    @Test
    void feeds_come_and_go_as_opml() throws Exception {
        site.put("/a", feed("a"));
        String opml =
                "<?xml version=\"1.0\"?><!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml version=\"1.1\"><body>"
                        + "<outline text=\"News &amp; more\"><outline type=\"rss\" text=\"Ann's Blog\" description=\"&x;\" xmlUrl=\""
                        + site.url("/a")
                        + "\"/><outline text=\"Ann's Blog\" xmlurl=\"" + site.url("/b")
                        + "\" language=\"zh-Hant\"/></outline>"
                        + "<outline text=\"within\" xmlUrl=\"http://169.254.169.254/feed\"/><outline text=\"again\" xmlUrl=\""
                        + site.url("/a") + "\"></body>";
        JsonNode imported = JsonMapper.shared()
                .readTree(new SourcesClient(port)
                        .send("POST", ".opml?rights=link", opml)
                        .body());
        assertThat(imported.at("/created").toString()).isEqualTo("[\"ann-s-blog\",\"ann-s-blog-2\"]");
        assertThat(imported.at("/known")).hasSize(1);
        assertThat(imported.at("/refused/0/detail").asString()).contains("internal network");
        assertThat(source("ann-s-blog-2").get("language").asString()).isEqualTo("zh-Hant");
        assertThat(source("ann-s-blog-2").get("rights").asString()).isEqualTo("link");

        String exported = new SourcesClient(port).send("GET", ".opml", null).body();
        assertThat(exported).contains("xmlUrl=\"" + site.url("/b") + "\"").doesNotContain("root:");
        JsonNode again = JsonMapper.shared()
                .readTree(
                        new SourcesClient(port).send("POST", ".opml", exported).body());
        assertThat(again.at("/created")).isEmpty();
        assertThat(new SourcesClient(port).send("POST", ".opml", "no list").body())
                .contains("opml-invalid");
        String many = "<opml><body>" + "<outline xmlUrl=\"https://example.org/feed\"/>".repeat(21) + "</body></opml>";
        assertThat(new SourcesClient(port).send("POST", ".opml", many).body())
                .contains("names 21 feeds, more than 20", "parallax.ingest.lists.max-feeds");
        assertThat(new SourcesClient(port)
                        .send("POST", ".opml", "<opml>" + " ".repeat(33_000))
                        .body())
                .contains("The list is larger than 32768 bytes", "parallax.ingest.lists.max-size");
        new SourcesClient(port).delete("ann-s-blog");
        new SourcesClient(port).delete("ann-s-blog-2");
    }

    /** The next visit; a time of the past while one is under way. */
    private Instant planned(String name) {
        return jdbc.sql("select case when picked then 'epoch' else execution_time end as at from scheduled_tasks"
                        + " where task_instance = ?")
                .param(name)
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }

    private JsonNode source(String name) throws Exception {
        return new SourcesClient(port).get(name);
    }

    private HttpResponse<String> verify(String path, String mode, String topic) throws Exception {
        String query = "?hub.mode=" + mode + "&hub.challenge=%3Cc%3E&hub.lease_seconds=864000&hub.topic="
                + URLEncoder.encode(topic, UTF_8);
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int tell(String path, String body, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/rss+xml")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Hub-Signature", signature);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String sign(String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private String feed(String item) {
        return "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>Hubbed</title>"
                + "<atom:link rel=\"hub\" href=\"" + site.url("/hub") + "\"/><atom:link rel=\"self\" href=\""
                + site.url("/feed") + "\"/><item><title>" + item + "</title><guid>" + item
                + "</guid><description>" + "Words. ".repeat(200) + "</description></item></channel></rss>";
    }
}
