package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;

/** Two feeds tell of one page. */
@PollingTest
class SharedPagesIT {

    private static final String LONG = WebSite.LONG;

    private final SourcesClient sources;
    private final WebSite site;
    private final RawTopic topic;

    SharedPagesIT(SourcesClient sources, WebSite site, RawTopic topic) {
        this.sources = sources;
        this.site = site;
        this.topic = topic;
    }

    @Test
    void one_document_from_two_sources_has_two_provenances() throws Exception {
        site.put("/a", WebSite.rss(site.item("shared", LONG)));
        sources.put("first", "{\"url\":\"" + site.url("/a") + "\"}", 201);
        sources.visited("first");
        sources.put("second", "{\"url\":\"" + site.url("/a") + "?utm_source=x\"}", 201);
        sources.visited("second");
        List<JsonNode> events = topic.events();
        assertThat(events).hasSize(2);
        assertThat(events.get(1).get("id")).isEqualTo(events.get(0).get("id"));
        assertThat(events.get(1).get("source").asString()).isEqualTo("first");
        assertThat(events.get(1).get("provenance"))
                .extracting(provenance -> provenance.get("source").asString())
                .containsExactly("first", "second");
    }

    @Test
    void two_addresses_of_one_page_are_one_document() throws Exception {
        String html = WebSite.page("<p>" + LONG + "</p><p>" + LONG + "</p>")
                .replace("<title>", "<link rel=canonical href='/the-talk'><title>");
        for (String name : List.of("mobile", "print")) {
            site.put("/" + name, WebSite.rss(site.item(name + "/talk", "Short.")));
            site.put("/" + name + "/talk", 200, Map.of("Content-Type", "text/html"), html);
            sources.put("canonical-" + name, "{\"url\":\"" + site.url("/" + name) + "\"}", 201);
            sources.visited("canonical-" + name);
        }
        List<JsonNode> events = topic.events();
        assertThat(events).hasSize(1); // in other words, as another title, it is told with the next event
        assertThat(events.get(0).get("url").asString()).isEqualTo(site.url("/the-talk"));
        sources.put("canonical-mobile", "{\"url\":\"" + site.url("/mobile") + "\",\"rights\":\"link\"}", 200);
        JsonNode last = await().until(topic::events, news -> !news.isEmpty()).get(0);
        assertThat(last.get("provenance"))
                .extracting(provenance -> provenance.get("source").asString())
                .containsExactly("canonical-mobile", "canonical-print");
    }
}
