package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;

/** What is wrong with a source stands on its page for as long as it is. */
@IngestTest
class WarningsIT {

    private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_warning_tells_how_often_it_was_seen_and_goes_with_the_visit_that_no_longer_does() throws Exception {
        try (WebSite site = new WebSite()) {
            String fair = WebSite.rss(site.item("fair", WebSite.LONG));
            String wrong = fair.replaceFirst("<pubDate>.*?</pubDate>", "<pubDate>the other day</pubDate>");
            site.put("/feed", 200, Map.of("ETag", "\"1\""), wrong);
            sources().feed("warned", site.url("/feed"));
            sources().visited("warned");
            JsonNode first = warning("warned", "date-unreadable");
            assertThat(first.get("visits").asInt()).isEqualTo(1);
            assertThat(first.get("lastAt")).isEqualTo(first.get("firstAt"));

            sources().visitedAgain("warned"); // 304: as it was, and so is what is wrong with it
            assertThat(warning("warned", "date-unreadable")).isEqualTo(first);

            site.put("/feed", 200, Map.of("ETag", "\"2\""), wrong.replace("Desk", "The desk"));
            sources().visitedAgain("warned");
            JsonNode again = warning("warned", "date-unreadable");
            assertThat(again.get("visits").asInt()).isEqualTo(2);
            assertThat(again.get("firstAt")).isEqualTo(first.get("firstAt"));
            assertThat(Instant.parse(again.get("lastAt").asString()))
                    .isAfter(Instant.parse(again.get("firstAt").asString()));

            site.put("/feed", 503, Map.of(), "");
            sources().visitedAgain("warned");
            assertThat(codes("warned")).containsExactlyInAnyOrder("visit-failed", "date-unreadable");
            site.put("/feed", 200, Map.of("ETag", "\"2\""), wrong);
            sources().visitedAgain("warned"); // 304
            assertThat(codes("warned")).containsExactly("date-unreadable");

            site.put("/feed", fair);
            sources().visitedAgain("warned");
            assertThat(codes("warned")).isEmpty();
        }
    }

    @Test
    void what_is_told_once_goes_when_it_is_mended_or_after_some_days() throws Exception {
        try (WebSite site = new WebSite()) {
            site.put("/late", 503, Map.of(), "");
            site.put("/there", WebSite.rss(site.item("late", "Short.")));
            site.put("/was", 301, Map.of("Location", "/there"), "");
            sources().feed("once", site.url("/was"));
            sources().visited("once");
            assertThat(codes("once")).containsExactlyInAnyOrder("moved", "full-text-missing");

            site.put("/late", 200, HTML, WebSite.page("<p>" + WebSite.LONG + "</p>"));
            sources().visitedAgain("once");
            assertThat(codes("once")).containsExactly("moved");

            jdbc.sql("update source_warning set last_at = last_at - interval '8 days' where source = 'once'")
                    .update();
            assertThat(codes("once")).isEmpty();
        }
    }

    private SourcesClient sources() {
        return new SourcesClient(port);
    }

    private List<String> codes(String name) throws Exception {
        return sources()
                .get(name)
                .get("warnings")
                .valueStream()
                .map(warning -> warning.get("code").asString())
                .toList();
    }

    private JsonNode warning(String name, String code) throws Exception {
        return sources()
                .get(name)
                .get("warnings")
                .valueStream()
                .filter(warning -> warning.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
