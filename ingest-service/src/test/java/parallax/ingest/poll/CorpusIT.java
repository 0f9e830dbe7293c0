package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import parallax.ingest.IngestTest;
import parallax.ingest.feed.Delivered;
import parallax.ingest.feed.Feed;
import parallax.ingest.feed.FeedReader;
import parallax.ingest.feed.UnreadableFeed;
import parallax.ingest.feed.Warning;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every feed of the corpus set up as a source, each on a host of its own: nothing is lost, and what is wrong stands on its page. */
@IngestTest
class CorpusIT {

    private static final Path CORPUS = Path.of("src/test/resources/feeds");

    /** Of hubs and sitemaps that some of the feeds name, and nobody serves. */
    private static final Set<String> NOT_THERE = Set.of("hub-denies", "sitemap-unreadable");

    @LocalServerPort
    int port;

    @Test
    void what_is_wrong_with_a_feed_is_shown_with_its_source() throws Exception {
        Map<String, Delivered> feeds = new TreeMap<>();
        try (WebSite site = new WebSite();
                Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".expect.json")) {
                    String source = "corpus-" + name.replaceFirst("\\.[a-z]+$", "");
                    Delivered feed = serve(site, file, "127.2.0." + (feeds.size() + 1));
                    feeds.put(source, feed);
                    var answer = new SourcesClient(port)
                            .send("PUT", "/" + source, "{\"url\":\"" + feed.address() + "\",\"fullText\":\"never\"}");
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                }
            }
            assertThat(feeds).hasSizeGreaterThan(60);
            for (Map.Entry<String, Delivered> feed : feeds.entrySet()) {
                expect(feed.getKey(), feed.getValue());
            }
        } finally {
            for (String source : feeds.keySet()) {
                new SourcesClient(port).delete(source);
            }
        }
    }

    private static Delivered serve(WebSite site, Path file, String host) throws IOException {
        String name = file.getFileName().toString();
        JsonNode expected = JsonMapper.shared()
                .readTree(Files.readString(file.resolveSibling(name.replaceFirst("\\.[a-z]+$", "") + ".expect.json")));
        String type = expected.path("contentType").asString(null);
        byte[] body = Files.readAllBytes(file);
        site.put("/" + name, 200, type == null ? Map.of() : Map.of("Content-Type", type), body);
        return new Delivered(body, type, URI.create(site.url(host, "/" + name)), Instant.now());
    }

    private void expect(String source, Delivered delivered) throws Exception {
        JsonNode page = await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> new SourcesClient(port).get(source),
                        found -> !found.at("/visits/outcome").asString("").isEmpty());
        List<String> shown = page.get("warnings")
                .valueStream()
                .map(warning -> warning.get("code").asString())
                .filter(code -> !NOT_THERE.contains(code))
                .toList();
        try {
            Feed feed = FeedReader.read(delivered);
            assertThat(shown)
                    .as(source)
                    .containsExactlyInAnyOrderElementsOf(
                            feed.warnings().stream().map(Warning::code).toList());
            assertThat(page.get("documents").asInt())
                    .as("%s: %s", source, page)
                    .isEqualTo(feed.items().size());
        } catch (UnreadableFeed e) {
            String warning = e.feed() == null ? "visit-failed" : "feed-found"; // and is asked next
            assertThat(page.get("warnings")).as(source).anySatisfy(one -> {
                assertThat(one.get("code").asString()).isEqualTo(warning);
                assertThat(one.get("detail").asString()).isEqualTo(e.getMessage());
            });
        }
    }
}
