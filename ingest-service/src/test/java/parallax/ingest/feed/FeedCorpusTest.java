package parallax.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Feeds of real life: beside each stands what a user would expect of it. */
class FeedCorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/feeds");
    private static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");
    private static final URI ADDRESS = URI.create("https://example.org/feed");

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_feed_gives_what_a_user_expects(String name) throws Exception {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(CORPUS.resolve(name + ".expect.json")));
        Delivered delivered = new Delivered(
                Files.readAllBytes(file(name)), expected.path("contentType").asString(null), ADDRESS, NOW);
        if (expected.has("error")) {
            assertThatThrownBy(() -> FeedReader.read(delivered))
                    .isInstanceOf(UnreadableFeed.class)
                    .hasMessageContaining(expected.get("error").asString());
            return;
        }
        Feed feed = FeedReader.read(delivered);
        assertThat(feed.warnings())
                .extracting(Warning::code)
                .containsExactlyInAnyOrderElementsOf(texts(expected.get("warnings")));
        expected.path("counts").forEachEntry((code, count) -> assertThat(feed.warnings())
                .filteredOn(warning -> warning.code().equals(code))
                .extracting(Warning::count)
                .containsExactly(count.asInt()));
        JsonNode read = JsonMapper.shared().valueToTree(feed);
        for (String field : List.of("format", "title", "hub", "self", "ttl", "more")) {
            if (expected.has(field)) {
                assertThat(read.get(field)).as(field).isEqualTo(expected.get(field));
            }
        }
        JsonNode items = expected.get("items");
        assertThat(feed.items()).hasSize(items.size());
        for (int i = 0; i < items.size(); i++) {
            expect(read.get("items").get(i), items.get(i));
        }
        assertThat(feed.items()).extracting(FeedItem::key).doesNotHaveDuplicates();
        assertThat(FeedReader.read(delivered)).isEqualTo(feed);
    }

    private static void expect(JsonNode item, JsonNode expected) {
        expected.forEachEntry((field, value) -> {
            if (field.equals("html")) {
                assertThat(item.get(field).asString()).contains(value.asString());
            } else {
                assertThat(item.get(field)).as(field).isEqualTo(value);
            }
        });
    }

    @Test
    void a_hundred_thousand_items_are_read() throws Exception {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Desk</title>");
        for (int i = 0; i < 100_000; i++) {
            feed.append("<item><title>Item ")
                    .append(i)
                    .append("</title><link>https://example.org/")
                    .append(i)
                    .append("</link></item>");
        }
        Feed read = read(feed.append("</channel></rss>").toString());
        assertThat(read.items()).hasSize(100_000).extracting(FeedItem::key).doesNotHaveDuplicates();
        assertThat(read.warnings())
                .containsExactly(new Warning(
                        "guid-missing", "Items have no guid; they are told apart by their links.", 100_000));
    }

    @Test
    void bottomless_nesting_costs_nothing() throws Exception {
        String deep = "<rss version=\"2.0\"><channel><item><title>One</title><description>" + "<b>".repeat(200_000);
        Feed read = read(deep + "</description></item></channel></rss>");
        assertThat(read.warnings()).extracting(Warning::code).contains("xml-malformed");
        assertThatThrownBy(() -> read("{\"items\":" + "[".repeat(100_000))).isInstanceOf(UnreadableFeed.class);
    }

    /** Wherever that is: in a tag, an address, a character of three bytes, between two items. */
    @Test
    void of_a_feed_that_is_read_to_a_limit_whole_items_are_taken_and_nobody_is_blamed() throws Exception {
        for (String name : List.of("item", "entry", "url", "json")) {
            byte[] whole = feed(name).getBytes(StandardCharsets.UTF_8);
            List<FeedItem> all =
                    FeedReader.read(new Delivered(whole, null, ADDRESS, NOW)).items();
            assertThat(all).hasSize(4);
            int most = 0;
            for (int length = whole.length * 2 / 3; length < whole.length; length++) {
                Feed cut = FeedReader.read(new Delivered(Arrays.copyOf(whole, length), true, null, ADDRESS, NOW));
                assertThat(cut.warnings()).as("%s to %s", name, length).isEmpty();
                assertThat(cut.items()).isEqualTo(all.subList(0, cut.items().size()));
                most = Math.max(most, cut.items().size());
            }
            assertThat(most).as(name).isGreaterThan(1);
        }
    }

    private static String feed(String name) {
        StringBuilder items = new StringBuilder();
        for (String item : List.of("一", "二", "三", "四")) {
            String url = "https://example.org/" + (int) item.charAt(0);
            items.append(
                    switch (name) {
                        case "item" ->
                            "<item><title>" + item + "</title><link>" + url + "</link><guid>" + url
                                    + "</guid><description><![CDATA[<p>" + item.repeat(9)
                                    + "</item></p>]]></description></item>\n";
                        case "entry" ->
                            "<entry><id>" + url + "</id><title>" + item + "</title><link href=\"" + url
                                    + "\"/><content type=\"html\">&lt;p>" + item.repeat(9)
                                    + "&lt;/p></content></entry>\n";
                        case "url" -> "<url><loc>" + url + "</loc><lastmod>2026-02-05</lastmod></url>\n";
                        default ->
                            "{\"id\":\"" + url + "\",\"url\":\"" + url + "\",\"title\":\"" + item
                                    + "\",\"content_html\":\"" + item.repeat(9) + "\",\"author\":{\"name\":\"" + item
                                    + "\"}},\n";
                    });
        }
        return switch (name) {
            case "item" -> "<rss version=\"2.0\"><channel><title>一</title>" + items + "</channel></rss>";
            case "entry" -> "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>一</title>" + items + "</feed>";
            case "url" -> "<urlset>" + items + "</urlset>";
            default -> "{\"title\":\"一\",\"items\":[" + items.substring(0, items.length() - 2) + "]}";
        };
    }

    private static Feed read(String text) throws UnreadableFeed {
        return FeedReader.read(new Delivered(text.getBytes(StandardCharsets.UTF_8), null, ADDRESS, NOW));
    }

    static Stream<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expect.json"))
                    .map(name -> name.replace(".expect.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Path file(String name) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file ->
                            file.getFileName().toString().matches(Pattern.quote(name) + "\\.(xml|json|html|txt)"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
