package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;

/** A feed is set up, visited, and becomes documents; what its server says is heeded. */
@PollingTest
class PollingIT {

    private static final String LONG = WebSite.LONG;

    private final SourcesClient sources;
    private final WebSite site;
    private final RawTopic topic;

    PollingIT(SourcesClient sources, WebSite site, RawTopic topic) {
        this.sources = sources;
        this.site = site;
        this.topic = topic;
    }

    @Test
    void a_feed_becomes_documents_once_and_is_asked_on_condition() throws Exception {
        site.put(
                "/feed",
                200,
                Map.of("ETag", "\"1\"", "Cache-Control", "max-age=7200"),
                WebSite.rss(site.item("one", LONG), site.item("two", LONG)));
        sources.put(
                "polled",
                "{\"url\":\"" + site.url("/feed")
                        + "\",\"rights\":\"summary\",\"licence\":\"CC BY 4.0\",\"labels\":[\"translated\"]}",
                201);
        JsonNode source = sources.visited("polled");
        assertThat(source.at("/visits/outcome").asString()).isEqualTo("2 new or changed of 2 items.");
        assertThat(source.at("/visits/pauseSeconds").asInt()).isEqualTo(7200);
        assertThat(source.at("/documents").asInt()).isEqualTo(2);
        assertThat(source.at("/visits/title").asString()).isEqualTo("Desk");

        List<JsonNode> events = topic.events();
        assertThat(events)
                .extracting(event -> event.get("url").asString())
                .containsExactlyInAnyOrder(site.url("/one"), site.url("/two"));
        JsonNode event = events.get(0);
        assertThat(event.get("source").asString()).isEqualTo("polled");
        assertThat(event.get("rights").asString()).isEqualTo("summary");
        assertThat(event.get("licence").asString()).isEqualTo("CC BY 4.0");
        assertThat(event.at("/labels/0").asString()).isEqualTo("translated");
        assertThat(event.at("/provenance/0/how").asString()).isEqualTo("feed");
        assertThat(event.at("/provenance/0/feed").asString()).isEqualTo(site.url("/feed"));
        assertThat(event.at("/provenance/0/hash")).isEqualTo(event.get("revision"));
        assertThat(event.get("content").asString())
                .contains("three hours")
                .contains("<html lang=\"en\">")
                .contains("Ann Lee");

        sources.visitAgain("polled");
        await().untilAsserted(() -> assertThat(site.requests("/feed")).hasSize(2));
        assertThat(site.requests("/feed").get(1).header("If-none-match")).isEqualTo("\"1\"");
        await().untilAsserted(() -> assertThat(
                        sources.get("polled").at("/visits/outcome").asString())
                .isEqualTo("Not changed."));
        assertThat(topic.events()).isEmpty();

        site.put(
                "/feed",
                200,
                Map.of("ETag", "\"2\""),
                WebSite.rss(site.item("one", LONG), site.item("two", LONG + "More."), site.item("three", LONG)));
        sources.visitAgain("polled");
        await().untilAsserted(() -> assertThat(
                        sources.get("polled").at("/visits/outcome").asString())
                .isEqualTo("2 new or changed of 3 items."));
        List<JsonNode> changed = topic.events();
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
    void a_page_that_cannot_be_had_for_now_is_asked_for_again_and_not_for_ever() throws Exception {
        Map<String, String> tag = Map.of("ETag", "\"1\"");
        site.put("/feed", 200, tag, WebSite.rss(site.item("busy", "Short."), site.item("never", "Short too.")));
        site.put("/busy", 503, Map.of(), "");
        site.put("/never", 503, Map.of(), "");
        sources.put("passing", "{\"url\":\"" + site.url("/feed") + "\"}", 201);
        assertThat(sources.visited("passing").at("/visits/outcome").asString())
                .isEqualTo("2 new or changed of 2 items; 2 lack their pages for now.");
        List<JsonNode> events = topic.events();
        assertThat(text(events, "/busy")).contains("Short.");

        site.put("/busy", 200, Map.of("Content-Type", "text/html"), WebSite.page("<p>" + LONG + "</p>"));
        for (int visit = 2; visit <= 5; visit++) {
            int visits = visit;
            sources.visitAgain("passing");
            await().untilAsserted(() -> assertThat(site.requests("/feed")).hasSize(visits));
            await().untilAsserted(() -> assertThat(
                            sources.get("passing").at("/visits/outcome").asString())
                    .isEqualTo(
                            switch (visits) {
                                case 2 -> "1 new or changed of 2 items; 1 lack their pages for now.";
                                case 3 -> "0 new or changed of 2 items; 1 lack their pages for now.";
                                case 4 -> "0 new or changed of 2 items.";
                                default -> "Not changed.";
                            }));
        }
        List<JsonNode> completed = topic.events();
        assertThat(completed).hasSize(1);
        assertThat(text(completed, "/busy")).contains("three hours");
        assertThat(completed.get(0).get("id"))
                .isEqualTo(events.stream()
                        .filter(event -> event.get("url").asString().endsWith("/busy"))
                        .findFirst()
                        .orElseThrow()
                        .get("id"));
        assertThat(site.requests("/busy")).hasSize(2);
        assertThat(site.requests("/never")).hasSize(4);
    }

    @Test
    void a_summary_is_completed_from_the_articles_page_unless_robots_txt_forbids() throws Exception {
        site.put("/robots.txt", "User-agent: *\nDisallow: /private/\n");
        site.put("/feed", WebSite.rss(site.item("open", "Short."), site.item("private/closed", "Short too.")));
        site.put(
                "/open",
                200,
                Map.of("Content-Type", "text/html"),
                WebSite.page("<p>" + LONG + "</p><p>" + LONG + "</p>"));
        site.put("/private/closed", 200, Map.of("Content-Type", "text/html"), WebSite.page("<p>" + LONG + "</p>"));
        sources.put("summaries", "{\"url\":\"" + site.url("/feed") + "\"}", 201);
        JsonNode source = sources.visited("summaries");
        List<JsonNode> events = topic.events();
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
        site.put(
                "/told",
                200,
                Map.of("Content-Type", "text/html"),
                WebSite.page("<p>" + LONG + "</p><p>" + LONG + "</p>"));
        sources.put("mapped", "{\"url\":\"" + site.url("/sitemap.xml") + "\"}", 201);
        assertThat(sources.visited("mapped").at("/visits/format").asString()).isEqualTo("sitemap-index");
        List<JsonNode> events = topic.events();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).at("/provenance/0/how").asString()).isEqualTo("page");
        assertThat(text(events, "/told"))
                .contains("three hours", "Told in full", "2026-02-06", "<html lang=\"en\">")
                .doesNotContain("Menu");
    }

    @Test
    void what_a_server_says_of_its_feed_is_heeded() throws Exception {
        site.put("/old", 301, Map.of("Location", "/new"), "");
        site.put("/new", WebSite.rss(site.item("moved", LONG)));
        sources.put("moved", "{\"url\":\"" + site.url("/old") + "\"}", 201);
        assertThat(sources.visited("moved").at("/visits/movedTo").asString()).isEqualTo(site.url("/new"));

        site.put("/gone", 410, Map.of(), "");
        sources.put("gone", "{\"url\":\"" + site.url("/gone") + "\"}", 201);
        await().untilAsserted(() ->
                assertThat(sources.get("gone").get("active").asBoolean()).isFalse());
        assertThat(sources.get("gone").get("note").asString()).contains("410");

        site.put("/busy", 503, Map.of("Retry-After", "86400"), "");
        sources.put("busy", "{\"url\":\"" + site.url("/busy") + "\"}", 201);
        JsonNode busy = sources.visited("busy");
        assertThat(busy.at("/visits/outcome").asString()).startsWith("HTTP 503");
        assertThat(busy.at("/visits/failures").asInt()).isEqualTo(1);
        assertThat(Instant.parse(busy.at("/visits/next").asString()))
                .isAfter(Instant.now().plus(Duration.ofHours(23)));

        site.put("/within", 302, Map.of("Location", "http://169.254.169.254/latest/meta-data/"), "");
        sources.put("within", "{\"url\":\"" + site.url("/within") + "\"}", 201);
        assertThat(sources.visited("within").at("/visits/outcome").asString()).contains("internal network");

        site.put("/home", "<html><head><link rel=alternate type='application/rss+xml' href='/new'></head></html>");
        sources.put("home", "{\"url\":\"" + site.url("/home") + "\"}", 201);
        await().untilAsserted(() ->
                assertThat(sources.get("home").at("/visits/title").asString("")).isEqualTo("Desk"));
        assertThat(sources.get("home").at("/visits/movedTo").asString()).isEqualTo(site.url("/new"));
    }

    @Test
    void a_server_that_wants_to_be_left_alone_is_from_its_answer_on() throws Exception {
        site.answersAfter(Duration.ofSeconds(1));
        site.put("/tired", 503, Map.of("Retry-After", "5"), "");
        sources.feed("tired", site.url("/tired"));
        JsonNode tired = sources.visited("tired");
        // From the beginning of the visit, with the tenth by which pauses differ, it would be before this.
        assertThat(Instant.parse(tired.at("/visits/next").asString()))
                .isAfterOrEqualTo(site.requests("/tired").get(0).answered().plusSeconds(5));
        sources.delete("tired");
    }

    private String text(List<JsonNode> events, String path) {
        return events.stream()
                .filter(event -> event.get("url").asString().equals(site.url(path)))
                .findFirst()
                .orElseThrow()
                .get("content")
                .asString();
    }
}
