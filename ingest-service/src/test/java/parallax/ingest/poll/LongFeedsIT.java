package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;

/** Feeds of which a visit cannot take all. */
@PollingTest
class LongFeedsIT {

    private static final int PAGES_PER_VISIT = 20;

    @Autowired
    JdbcClient jdbc;

    private final SourcesClient sources;
    private final WebSite site;
    private final RawTopic topic;

    LongFeedsIT(SourcesClient sources, WebSite site, RawTopic topic) {
        this.sources = sources;
        this.site = site;
        this.topic = topic;
    }

    @Test
    void of_a_feed_larger_than_the_limit_what_stands_before_is_taken_once_and_the_source_says_so() throws Exception {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            items.add(site.item("large-" + i, WebSite.LONG)); // 2 KB each, of which 256 are read
        }
        site.put("/large", 200, Map.of("ETag", "\"1\""), WebSite.rss(items.toArray(String[]::new)));
        sources.feed("large", site.url("/large"));
        JsonNode source = sources.visited("large");
        List<String> taken = urls(topic.events());
        assertThat(taken).hasSizeBetween(100, 127).doesNotHaveDuplicates().contains(site.url("/large-0"));
        assertThat(source.at("/visits/outcome").asString())
                .isEqualTo(taken.size() + " new or changed of " + taken.size() + " items.");
        assertThat(source.get("warnings")).hasSize(1);
        assertThat(source.at("/warnings/0/code").asString()).isEqualTo("feed-too-large");
        assertThat(source.at("/warnings/0/detail").asString())
                .contains("262144 bytes", taken.size() + " items", "parallax.ingest.polling.max-feed-size");

        assertThat(outcomeOfAnother("large")).isEqualTo("Not changed.");
        assertThat(sources.get("large").at("/warnings/0/code").asString()).isEqualTo("feed-too-large");

        jdbc.sql("update source set read_to = 100000 where name = 'large'").update(); // as after the limit was raised
        assertThat(outcomeOfAnother("large")).isEqualTo("0 new or changed of " + taken.size() + " items.");
        assertThat(outcomeOfAnother("large")).isEqualTo("Not changed.");

        items.add(0, site.item("large-new", WebSite.LONG));
        site.put("/large", 200, Map.of("Content-Encoding", "gzip"), packed(WebSite.rss(items.toArray(String[]::new))));
        assertThat(outcomeOfAnother("large")).startsWith("1 new or changed of ");
        assertThat(urls(topic.events())).containsExactly(site.url("/large-new"));

        site.put("/large", WebSite.rss(items.get(0)));
        assertThat(outcomeOfAnother("large")).isEqualTo("0 new or changed of 1 items.");
        assertThat(sources.get("large").get("warnings")).isEmpty();
    }

    @Test
    void pages_are_asked_for_from_the_newest_on_and_an_item_that_waits_is_taken_after_the_feed_has_dropped_it()
            throws Exception {
        List<String> newestFirst = IntStream.range(0, PAGES_PER_VISIT + 3)
                .mapToObj(age -> summary("aged-" + age, age))
                .toList();
        List<String> shuffled = new ArrayList<>(newestFirst);
        shuffled.add(0, shuffled.remove(shuffled.size() - 1));
        site.put("/long", 200, Map.of("ETag", "\"1\""), WebSite.rss(shuffled.toArray(String[]::new)));
        sources.feed("long", site.url("/long"));
        assertThat(sources.visited("long").at("/visits/outcome").asString())
                .isEqualTo("20 new or changed of 23 items; 3 wait for their pages.");
        assertThat(urls(topic.events()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PAGES_PER_VISIT)
                        .mapToObj(age -> site.url("/aged-" + age))
                        .toList());

        List<String> later = new ArrayList<>(newestFirst.subList(0, PAGES_PER_VISIT + 1));
        later.add(0, summary("fresh", -1));
        site.put("/long", 200, Map.of("ETag", "\"2\""), WebSite.rss(later.toArray(String[]::new)));
        assertThat(outcomeOfAnother("long")).isEqualTo("4 new or changed of 22 items.");
        List<JsonNode> events = topic.events();
        assertThat(urls(events))
                .containsExactlyInAnyOrder(
                        site.url("/fresh"), site.url("/aged-20"), site.url("/aged-21"), site.url("/aged-22"));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.get("content").asString()).contains("three hours"));

        assertThat(outcomeOfAnother("long")).isEqualTo("Not changed.");
        site.put("/long", WebSite.rss(newestFirst.toArray(String[]::new)));
        assertThat(outcomeOfAnother("long")).isEqualTo("0 new or changed of 23 items.");
        assertThat(topic.events()).isEmpty();
    }

    /** An item with a summary, so many days old, and its page. */
    private String summary(String path, int age) {
        site.put("/" + path, 200, Map.of("Content-Type", "text/html"), WebSite.page("<p>" + WebSite.LONG + "</p>"));
        return site.item(path, "Short.")
                .replace(
                        "Fri, 06 Feb 2026 08:00:00 GMT",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.parse("2026-02-06T08:00:00Z")
                                .atOffset(ZoneOffset.UTC)
                                .minusDays(age)));
    }

    private String outcomeOfAnother(String name) throws Exception {
        return sources.visitedAgain(name).at("/visits/outcome").asString();
    }

    private static List<String> urls(List<JsonNode> events) {
        return events.stream().map(event -> event.get("url").asString()).toList();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
