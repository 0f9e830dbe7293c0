package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A source is set up, visited, and becomes documents. */
@IngestTest
class PollingIT {

    private static final String LONG = "We talked for three hours about rockets and robots. ".repeat(40);

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    WebSite site;
    RawTopic topic;

    @BeforeEach
    void open() throws Exception {
        site = new WebSite();
        topic = new RawTopic();
    }

    @AfterEach
    void close() {
        site.close();
        topic.close();
    }

    @Test
    void a_feed_becomes_documents_once_and_is_asked_on_condition() throws Exception {
        site.put(
                "/feed",
                200,
                Map.of("ETag", "\"1\"", "Cache-Control", "max-age=7200"),
                rss(item("one", LONG), item("two", LONG)));
        put(
                "polled",
                "{\"url\":\"" + site.url("/feed")
                        + "\",\"rights\":\"summary\",\"licence\":\"CC BY 4.0\",\"labels\":[\"translated\"]}",
                201);
        JsonNode source = visited("polled");
        assertThat(source.at("/visits/outcome").asString()).isEqualTo("2 new or changed of 2 items.");
        assertThat(source.at("/visits/pauseSeconds").asInt()).isEqualTo(7200);
        assertThat(source.at("/documents").asInt()).isEqualTo(2);
        assertThat(source.at("/visits/title").asString()).isEqualTo("Desk");

        List<JsonNode> events = news();
        assertThat(events)
                .extracting(event -> event.get("url").asString())
                .containsExactlyInAnyOrder(site.url("/one"), site.url("/two"));
        JsonNode event = events.get(0);
        assertThat(event.get("source").asString()).isEqualTo("polled");
        assertThat(event.get("rights").asString()).isEqualTo("summary");
        assertThat(event.get("licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(event.at("/labels/0").asString()).isEqualTo("translated");
        assertThat(event.at("/provenance/0/how").asString()).isEqualTo("feed");
        assertThat(event.at("/provenance/0/hash")).isEqualTo(event.get("revision"));
        assertThat(event.get("content").asString())
                .contains("three hours")
                .contains("<html lang=\"en\">")
                .contains("Ann Lee");

        visitAgain("polled");
        await().untilAsserted(() -> assertThat(site.requests("/feed")).hasSize(2));
        assertThat(site.requests("/feed").get(1).header("If-none-match")).isEqualTo("\"1\"");
        await().untilAsserted(() ->
                assertThat(get("polled").at("/visits/outcome").asString()).isEqualTo("Not changed."));
        assertThat(news()).isEmpty();

        site.put(
                "/feed",
                200,
                Map.of("ETag", "\"2\""),
                rss(item("one", LONG), item("two", LONG + "More."), item("three", LONG)));
        visitAgain("polled");
        await().untilAsserted(() ->
                assertThat(get("polled").at("/visits/outcome").asString()).isEqualTo("2 new or changed of 3 items."));
        List<JsonNode> changed = news();
        assertThat(changed)
                .extracting(found -> found.get("url").asString())
                .containsExactlyInAnyOrder(site.url("/two"), site.url("/three"));
        JsonNode revised = changed.stream()
                .filter(found -> found.get("url").asString().endsWith("/two"))
                .findFirst()
                .orElseThrow();
        assertThat(revised.at("/changes")).hasSize(1);
        assertThat(revised.at("/changes/0/field").asString()).isEqualTo("body");
        assertThat(revised.get("previous").isString()).isTrue();
    }

    @Test
    void a_summary_is_completed_from_the_articles_page_unless_robots_txt_forbids() throws Exception {
        site.put("/robots.txt", "User-agent: *\nDisallow: /private/\n");
        site.put("/feed", rss(item("open", "Short."), item("private/closed", "Short too.")));
        site.put("/open", 200, Map.of("Content-Type", "text/html"), page("<p>" + LONG + "</p><p>" + LONG + "</p>"));
        site.put("/private/closed", 200, Map.of("Content-Type", "text/html"), page("<p>" + LONG + "</p>"));
        put("summaries", "{\"url\":\"" + site.url("/feed") + "\"}", 201);
        JsonNode source = visited("summaries");
        List<JsonNode> events = news();
        assertThat(events).hasSize(2);
        assertThat(text(events, "/open")).contains("three hours").doesNotContain("Menu");
        assertThat(text(events, "/private/closed")).contains("Short too.").doesNotContain("three hours");
        assertThat(site.requests("/private/closed")).isEmpty();
        assertThat(source.get("warnings"))
                .extracting(warning -> warning.get("code").asString())
                .containsExactly("full-text-missing");
    }

    @Test
    void an_index_of_sitemaps_leads_to_the_articles_that_their_news_name() throws Exception {
        site.put(
                "/sitemap.xml",
                "<sitemapindex><sitemap><loc>" + site.url("/news.xml") + "</loc></sitemap></sitemapindex>");
        site.put(
                "/news.xml",
                "<urlset xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>" + site.url("/told")
                        + "</loc><news:news><news:publication><news:language>en</news:language></news:publication>"
                        + "<news:publication_date>2026-02-06</news:publication_date><news:title>Told in full</news:title>"
                        + "</news:news></url></urlset>");
        site.put("/told", 200, Map.of("Content-Type", "text/html"), page("<p>" + LONG + "</p><p>" + LONG + "</p>"));
        put("mapped", "{\"url\":\"" + site.url("/sitemap.xml") + "\"}", 201);
        assertThat(visited("mapped").at("/visits/format").asString()).isEqualTo("sitemap-index");
        List<JsonNode> events = news();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/provenance/0/how").asString()).isEqualTo("page");
        assertThat(text(events, "/told"))
                .contains("three hours", "Told in full", "2026-02-06", "<html lang=\"en\">")
                .doesNotContain("Menu");
    }

    @Test
    void what_a_server_says_of_its_feed_is_heeded() throws Exception {
        site.put("/old", 301, Map.of("Location", "/new"), "");
        site.put("/new", rss(item("moved", LONG)));
        put("moved", "{\"url\":\"" + site.url("/old") + "\"}", 201);
        assertThat(visited("moved").at("/visits/movedTo").asString()).isEqualTo(site.url("/new"));

        site.put("/gone", 410, Map.of(), "");
        put("gone", "{\"url\":\"" + site.url("/gone") + "\"}", 201);
        await().untilAsserted(
                        () -> assertThat(get("gone").get("active").asBoolean()).isFalse());
        assertThat(get("gone").get("note").asString()).contains("410");

        site.put("/busy", 503, Map.of("Retry-After", "86400"), "");
        put("busy", "{\"url\":\"" + site.url("/busy") + "\"}", 201);
        JsonNode busy = visited("busy");
        assertThat(busy.at("/visits/outcome").asString()).startsWith("HTTP 503");
        assertThat(busy.at("/visits/failures").asInt()).isEqualTo(1);
        assertThat(java.time.Instant.parse(busy.at("/visits/next").asString()))
                .isAfter(java.time.Instant.now().plus(Duration.ofHours(23)));

        site.put("/within", 302, Map.of("Location", "http://169.254.169.254/latest/meta-data/"), "");
        put("within", "{\"url\":\"" + site.url("/within") + "\"}", 201);
        assertThat(visited("within").at("/visits/outcome").asString()).contains("internal network");

        site.put("/home", "<html><head><link rel=alternate type='application/rss+xml' href='/new'></head></html>");
        put("home", "{\"url\":\"" + site.url("/home") + "\"}", 201);
        await().untilAsserted(() ->
                assertThat(get("home").at("/visits/title").asString("")).isEqualTo("Desk"));
        assertThat(get("home").at("/visits/movedTo").asString()).isEqualTo(site.url("/new"));
    }

    @Test
    void one_document_from_two_sources_has_two_provenances() throws Exception {
        site.put("/a", rss(item("shared", LONG)));
        put("first", "{\"url\":\"" + site.url("/a") + "\"}", 201);
        visited("first");
        put("second", "{\"url\":\"" + site.url("/a") + "?utm_source=x\"}", 201);
        visited("second");
        List<JsonNode> events = news();
        assertThat(events).hasSize(2);
        assertThat(events.get(1).get("id")).isEqualTo(events.get(0).get("id"));
        assertThat(events.get(1).get("source").asString()).isEqualTo("first");
        assertThat(events.get(1).get("provenance"))
                .extracting(provenance -> provenance.get("source").asString())
                .containsExactly("first", "second");
    }

    @Test
    void two_addresses_of_one_page_are_one_document() throws Exception {
        String html = page("<p>" + LONG + "</p><p>" + LONG + "</p>")
                .replace("<title>", "<link rel=canonical href='/the-talk'><title>");
        for (String name : List.of("mobile", "print")) {
            site.put("/" + name, rss(item(name + "/talk", "Short.")));
            site.put("/" + name + "/talk", 200, Map.of("Content-Type", "text/html"), html);
            put("canonical-" + name, "{\"url\":\"" + site.url("/" + name) + "\"}", 201);
            visited("canonical-" + name);
        }
        List<JsonNode> events = news();
        assertThat(events).hasSize(1); // in other words, as another title, it is told with the next event
        assertThat(events.get(0).get("url").asString()).isEqualTo(site.url("/the-talk"));
        put("canonical-mobile", "{\"url\":\"" + site.url("/mobile") + "\",\"rights\":\"link\"}", 200);
        JsonNode last = await().until(this::news, news -> !news.isEmpty()).get(0);
        assertThat(last.get("provenance"))
                .extracting(provenance -> provenance.get("source").asString())
                .containsExactly("canonical-mobile", "canonical-print");
    }

    @Test
    void what_is_changed_of_a_source_counts_for_what_it_still_shows() throws Exception {
        site.put("/inherits", rss(item("inherits", LONG)));
        String url = "\"url\":\"" + site.url("/inherits") + "\"";
        put("inherits", "{" + url + "}", 201);
        visited("inherits");
        JsonNode before = news().get(0);
        put("inherits", "{" + url + ",\"labels\":[\"asr\"]}", 200);
        JsonNode after = await().until(this::news, news -> !news.isEmpty()).get(0);
        assertThat(after.get("revision")).isEqualTo(before.get("revision"));
        assertThat(after.at("/labels/0").asString()).isEqualTo("asr");
    }

    @Test
    void a_source_may_be_deleted_while_it_is_visited() throws Exception {
        site.put("/deleted", rss(item("deleted-one", LONG)));
        put("deleted", "{\"url\":\"" + site.url("/deleted") + "\"}", 201);
        visited("deleted");
        try (Connection deleting = database.getConnection()) {
            deleting.setAutoCommit(false);
            deleting.createStatement().execute("delete from source where name = 'deleted'");
            site.put("/deleted", rss(item("deleted-one", LONG), item("deleted-two", LONG)));
            visitAgain("deleted");
            await().until(() -> waitsForRow(deleting));
            assertThat(get("deleted").at("/visits/underWay").asBoolean()).isTrue();
            deleting.commit();
        }
        await().until(() -> !task("deleted").picked());
        assertThat(task("deleted").failures()).isZero();
    }

    private record Task(boolean picked, int failures) {}

    private Task task(String source) {
        return jdbc.sql("select picked, consecutive_failures from scheduled_tasks where task_instance = ?")
                .param(source)
                .query((row, number) -> new Task(row.getBoolean("picked"), row.getInt("consecutive_failures")))
                .single();
    }

    private static boolean waitsForRow(Connection database) throws SQLException {
        try (ResultSet waiting = database.createStatement()
                .executeQuery("select count(*) from pg_locks where locktype = 'transactionid' and not granted")) {
            return waiting.next() && waiting.getInt(1) > 0;
        }
    }

    @Test
    void sources_are_listed_page_by_page_and_deleted() throws Exception {
        for (String name : List.of("list-a", "list-b", "list-c")) {
            put(name, "{\"kind\":\"push\",\"rights\":\"link\"}", 201);
        }
        put("list-a", "{\"kind\":\"push\",\"rights\":\"full\"}", 200);
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(send("GET", "?limit=2&cursor=" + cursor, null).body());
            page.get("items").forEach(item -> names.add(item.get("name").asString()));
            cursor = page.get("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(names).contains("list-a", "list-b", "list-c").isSorted().doesNotHaveDuplicates();
        assertThat(send("DELETE", "/list-a", null).statusCode()).isEqualTo(204);
        assertThat(send("GET", "/list-a", null).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/list-a", null).statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_set_up_says_why() throws Exception {
        assertThat(refused("{\"url\":\"http://10.0.0.1/feed\"}"))
                .contains("address-refused")
                .contains("internal network");
        assertThat(refused("{\"url\":\"ftp://example.org/feed\"}")).contains("bad-url");
        assertThat(refused("{}")).contains("\\\"url\\\" is missing");
        assertThat(refused("{\"url\":\"https://example.org/\",\"righs\":\"full\"}"))
                .contains("has no field \\\"righs\\\"")
                .doesNotContain("parallax.ingest");
        assertThat(refused("{\"kind\":\"push\",\"rights\":\"none\"}")).contains("full, summary, link");
        assertThat(refused("not json")).contains("source-invalid");
        assertThat(send("PUT", "/bad name".replace(" ", "%20"), "{\"kind\":\"push\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String refused(String body) throws Exception {
        HttpResponse<String> answer = send("PUT", "/refused", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private JsonNode visited(String name) {
        return await().until(
                        () -> get(name), source -> !source.at("/visits/outcome").isMissingNode());
    }

    private void visitAgain(String name) throws Exception {
        assertThat(send("POST", "/" + name + "/visit", "").statusCode()).isEqualTo(202);
    }

    private List<JsonNode> news() {
        return topic.news().stream()
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
    }

    private String text(List<JsonNode> events, String path) {
        return events.stream()
                .filter(event -> event.get("url").asString().equals(site.url(path)))
                .findFirst()
                .orElseThrow()
                .get("content")
                .asString();
    }

    private void put(String name, String body, int status) throws Exception {
        HttpResponse<String> answer = send("PUT", "/" + name, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private JsonNode get(String name) throws Exception {
        return JsonMapper.shared().readTree(send("GET", "/" + name, null).body());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return SourcesClient.send(port, method, path, body);
    }

    private String item(String path, String text) {
        return "<item><title>" + path + "</title><link>" + site.url("/" + path) + "</link><guid isPermaLink=\"false\">"
                + path + "</guid><pubDate>Fri, 06 Feb 2026 08:00:00 GMT</pubDate><description>" + text
                + "</description></item>";
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Desk</title><link>https://example.org/</link><language>en</language>"
                + "<managingEditor>ann@example.org (Ann Lee)</managingEditor>" + String.join("", items)
                + "</channel></rss>";
    }

    private static String page(String text) {
        return "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><nav>Menu Home About</nav><main><article><h1>Open</h1>"
                + text + "</article></main><footer>Imprint</footer></body></html>";
    }
}
