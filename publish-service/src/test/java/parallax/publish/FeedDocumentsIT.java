package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.events.StoryRemoved;
import parallax.publish.story.Urn;
import parallax.testing.TestKafka;
import tools.jackson.databind.JsonNode;

/** Feeds as documents on the web: pages, archives, tags, forms. */
class FeedDocumentsIT extends RunningService {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    /** Its database is new, so what other tests left on Kafka comes in first: feeds are to change by these tests alone. */
    @BeforeEach
    void awaitRest() {
        AtomicReference<Optional<String>> tag = new AtomicReference<>(Optional.empty());
        Awaitility.await()
                .during(Duration.ofMillis(600))
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    Optional<String> now = raw(port, "/feeds/articles.json", "Accept", "*/*")
                            .headers()
                            .firstValue("ETag");
                    return now.equals(tag.getAndSet(now));
                });
    }

    @Test
    void pages_and_the_archive_lead_to_every_item_and_volumes_stay_as_they_are() {
        String source = id("src");
        List<String> stories = publish(source, 12);

        // Filtered feeds are paged.
        try (ConfigurableApplicationContext small = instance(Map.of("parallax.publish.feed.limit", "10"))) {
            int port = port(small);
            Set<String> paged = new LinkedHashSet<>();
            String next = "/feeds/stories.json?source=" + source;
            while (next != null) {
                JsonNode page = json.readTree(get(port, next).body());
                page.path("items").forEach(item -> paged.add(item.path("id").asString()));
                next = page.path("next_url").isMissingNode()
                        ? null
                        : page.path("next_url").asString().substring("https://publish.example".length());
            }
            assertThat(paged).containsExactlyInAnyOrderElementsOf(urns(stories));
        }

        // The whole feed is archived: what the newest document and all volumes hold together is all there is.
        String newest = get("/feeds/stories.atom").body();
        Map<String, String> volumes = volumes(newest);
        StringBuilder all = new StringBuilder(newest);
        volumes.values().forEach(all::append);
        stories.forEach(story -> assertThat(all).contains(Urn.story(story)));
        assertThat(volumes).hasSizeGreaterThanOrEqualTo(2);

        // More comes, and an item changes: the volumes' bytes stay, but for that item's.
        publish(source, 6);
        Map<String, String> later = volumes(get("/feeds/stories.atom").body());
        assertThat(later)
                .containsAllEntriesOf(volumesBut(volumes, newest(volumes)))
                .hasSizeGreaterThan(volumes.size());
        assertThat(get("/feeds/stories/archive/999999.atom").statusCode()).isEqualTo(404);
        assertThat(get("/feeds/stories.atom?before=x").statusCode()).isEqualTo(400);
    }

    @Test
    void an_item_that_changes_comes_back_to_the_newest_document_under_its_old_id_and_date() {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "First", Samples.TIME);
        String story = id("story");
        send(one, story(story, 1, one));
        eventually(() -> assertThat(items(source)).hasSize(1));
        JsonNode before = items(source).get(0);
        publish(source, 3);
        ArticleEnriched better = piece(one.documentId(), "r2", source, "Corrected", Samples.TIME.plusSeconds(9));
        send(better, story(story, 2, better));
        eventually(
                () -> assertThat(items(source).get(0).path("title").asString()).isEqualTo("Corrected"));
        JsonNode after = items(source).get(0);
        for (String same : List.of("id", "url", "date_published")) {
            assertThat(after.path(same)).isEqualTo(before.path(same));
        }
        assertThat(after.path("date_modified").asString())
                .isGreaterThan(before.path("date_modified").asString());
    }

    @Test
    void every_instance_gives_the_same_tags_dates_and_bytes() throws Exception {
        String source = id("src");
        publish(source, 3);
        try (ConfigurableApplicationContext second = instance(Map.of())) {
            for (String path : List.of("/feeds/stories.rss", "/feeds/articles.atom", "/feeds/stories/archive/0.json")) {
                for (String coding : List.of("gzip", "identity")) {
                    // What other tests left may still come in.
                    eventually(() -> sameOfBoth(port, port(second), path, coding));
                }
            }
        }
    }

    private void sameOfBoth(int first, int second, String path, String coding) throws Exception {
        HttpResponse<byte[]> one = raw(first, path, "Accept-Encoding", coding);
        HttpResponse<byte[]> two = raw(second, path, "Accept-Encoding", coding);
        for (String header : List.of("ETag", "Last-Modified")) {
            assertThat(two.headers().firstValue(header))
                    .isEqualTo(one.headers().firstValue(header))
                    .isPresent();
        }
        assertThat(two.body()).isEqualTo(one.body());
    }

    @Test
    void forms_have_their_own_tags_and_each_is_known_again() throws Exception {
        String source = id("src");
        publish(source, 2);
        String path = "/feeds/stories.atom?source=" + source;
        HttpResponse<byte[]> plain = raw(port, path, "Accept", "*/*");
        HttpResponse<byte[]> gzip = raw(port, path, "Accept-Encoding", "br, gzip;q=0.9");
        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(raw(port, path, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                .isEmpty();
        String plainTag = plain.headers().firstValue("ETag").orElseThrow();
        String gzipTag = gzip.headers().firstValue("ETag").orElseThrow();
        assertThat(gzipTag).isNotEqualTo(plainTag).doesNotStartWith("W/");
        for (String known : List.of(plainTag, gzipTag, "W/" + plainTag, "\"x\", " + gzipTag, "*")) {
            HttpResponse<byte[]> unchanged = raw(port, path, "If-None-Match", known);
            assertThat(unchanged.statusCode()).as(known).isEqualTo(304);
            assertThat(unchanged.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
            assertThat(unchanged.headers().firstValue("ETag")).isPresent();
            assertThat(unchanged.body()).isEmpty();
        }
        // A tag that does not match counts for more than a date that would.
        String modified = plain.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(raw(port, path, "If-None-Match", "\"x\"", "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(200);
        assertThat(raw(port, path, "If-Modified-Since", "nonsense").statusCode())
                .isEqualTo(200);

        HttpResponse<Void> head = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        for (String header : List.of("ETag", "Last-Modified", "Content-Type", "Cache-Control", "Vary", "Link")) {
            assertThat(head.headers().firstValue(header))
                    .isEqualTo(plain.headers().firstValue(header))
                    .isPresent();
        }
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(-1)).isEqualTo(plain.body().length);
    }

    @Test
    void a_browser_gets_a_page_a_reader_the_feed_and_a_permalink_stays() throws Exception {
        String source = id("src");
        String story = publish(source, 1).get(0);
        String path = "/feeds/stories.rss?source=" + source;
        HttpResponse<byte[]> page = raw(port, path, "Accept", BROWSER);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(text(page))
                .contains("<html", "Story 0", "/stories/" + story, "rel=\"alternate\" type=\"application/atom+xml\"")
                .contains("/feeds/stories.atom?source=" + source, "/feeds/stories.json?source=" + source);
        for (String reader : List.of(
                "*/*",
                "application/rss+xml, text/html;q=0.9, */*;q=0.8",
                "application/atom+xml,application/rdf+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1",
                "text/html;q=0, */*",
                "no media type")) {
            assertThat(raw(port, path, "Accept", reader)
                            .headers()
                            .firstValue("Content-Type")
                            .orElse(""))
                    .as(reader)
                    .startsWith("application/rss+xml");
        }
        assertThat(page.headers().firstValue("ETag"))
                .isNotEqualTo(raw(port, path, "Accept", "*/*").headers().firstValue("ETag"));

        assertThat(get("/stories/" + story).body())
                .contains("Story 0", "rel=\"canonical\" href=\"https://example.org/", "application/feed+json")
                .contains("Dwarkesh Podcast · 5 February 2026 · 169 min")
                .doesNotContain("2026-02-05");
        assertThat(items(source).get(0).path("content_html").asString())
                .contains("Dwarkesh Podcast · 2026-02-05 · 169 min");
        String tag = get("/stories/" + story).headers().firstValue("ETag").orElseThrow();
        assertThat(get("/stories/" + story, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("/stories/none").statusCode()).isEqualTo(404);
        String into = id("story");
        send(new StoryRemoved(story, 2, into, Samples.TIME, Samples.TIME));
        eventually(() -> assertThat(get("/stories/" + story).statusCode()).isEqualTo(301));
        assertThat(get("/stories/" + story).headers().firstValue("Location"))
                .hasValue("https://publish.example/stories/" + into);
    }

    @Test
    void the_list_of_feeds_names_every_kind_and_any_filters_can_be_joined() {
        String source = id("src");
        publish(source, 2);
        HttpResponse<String> list = get("/feeds.opml");
        assertThat(get(
                                "/feeds.opml",
                                "If-None-Match",
                                list.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        String opml = list.body();
        assertThat(opml)
                .contains("/feeds/stories.rss\"", "/feeds/articles.json\"")
                .contains("/feeds/stories.atom?topic=ai\"", "/feeds/articles.atom?entity=q317521\"")
                .contains("/feeds/stories.atom?lang=zh-hant\"", "/feeds/stories.atom?source=");
        assertThat(items(source + "&source=none&lang=zh-Hant&lang=en&topic=ai")).hasSize(2);
        assertThat(items(source + "&topic=none&lang=zh")).isEmpty();
        assertThat(get("/feeds/stories.json?" + "topic=x&".repeat(21)).statusCode())
                .isEqualTo(200); // one wish
        String many = String.join(
                "&", IntStream.range(0, 21).mapToObj(n -> "topic=" + n).toList());
        assertThat(get("/feeds/stories.json?" + many).statusCode()).isEqualTo(400);
    }

    private List<String> publish(String source, int count) {
        List<String> stories = new ArrayList<>();
        int before = items(source).size();
        for (int n = 0; n < count; n++) {
            ArticleEnriched one = piece(id("doc"), "r1", source, "Story " + n, Samples.TIME);
            stories.add(id("story"));
            send(one, story(stories.get(n), 1, one));
        }
        eventually(() -> assertThat(items(source)).hasSize(before + count));
        return stories;
    }

    private JsonNode items(String source) {
        return json("/feeds/stories.json?source=" + source).path("items");
    }

    /** Every volume by its path, as a reader finds them: from the newest document back to the first. */
    private Map<String, String> volumes(String newest) {
        Map<String, String> volumes = new java.util.LinkedHashMap<>();
        String document = newest;
        while (document.contains("rel=\"prev-archive\"")) {
            String path = document.replaceFirst(
                    "(?s).*rel=\"prev-archive\" href=\"https://publish.example([^\"]+)\".*", "$1");
            document = get(path).body();
            assertThat(document)
                    .contains("<fh:archive", "rel=\"current\" href=\"https://publish.example/feeds/stories.atom\"");
            volumes.put(path, document);
        }
        return volumes;
    }

    private static String newest(Map<String, String> volumes) {
        return volumes.keySet().stream()
                .max(Comparator.comparingInt(path -> Integer.parseInt(path.replaceAll("\\D", ""))))
                .orElseThrow();
    }

    /** The newest volume gets a link to the one that follows it. */
    private static Map<String, String> volumesBut(Map<String, String> volumes, String path) {
        Map<String, String> others = new java.util.LinkedHashMap<>(volumes);
        others.remove(path);
        return others;
    }

    private static List<String> urns(List<String> stories) {
        return stories.stream().map(Urn::story).toList();
    }

    private static ConfigurableApplicationContext instance(Map<String, String> settings) {
        Map<String, String> all = new java.util.LinkedHashMap<>(settings);
        all.put("server.port", Integer.toString(TestKafka.freePort()));
        return anotherInstance(all);
    }

    private static int port(ConfigurableApplicationContext instance) {
        return Integer.parseInt(instance.getEnvironment().getRequiredProperty("server.port"));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> raw(int port, String path, String... headers)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .headers(headers)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
