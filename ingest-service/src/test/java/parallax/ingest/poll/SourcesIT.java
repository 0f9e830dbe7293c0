package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources are set up, changed, listed and deleted. */
@PollingTest
class SourcesIT {

    private static final String LONG = WebSite.LONG;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private final SourcesClient sources;
    private final WebSite site;
    private final RawTopic topic;

    SourcesIT(SourcesClient sources, WebSite site, RawTopic topic) {
        this.sources = sources;
        this.site = site;
        this.topic = topic;
    }

    @Test
    void what_is_changed_of_a_source_counts_for_all_it_has_delivered() throws Exception {
        site.put("/inherits", WebSite.rss(site.item("shown-no-more", LONG)));
        String url = "\"url\":\"" + site.url("/inherits") + "\"";
        sources.put("inherits", "{" + url + ",\"author\":\"Ann\",\"licence\":\"old\"}", 201);
        sources.visited("inherits");
        JsonNode before = topic.events().get(0);
        site.put("/inherits", WebSite.rss(site.item("shown", LONG)));
        sources.visitAgain("inherits");
        JsonNode shown = await().until(topic::events, news -> !news.isEmpty()).get(0);
        sources.put(
                "inherits",
                "{" + url + ",\"labels\":[\"asr\"],\"author\":\"Ben\",\"licence\":\"new\",\"rights\":\"link\"}",
                200);
        List<JsonNode> again = new ArrayList<>();
        await().untilAsserted(() -> {
            again.addAll(topic.events());
            assertThat(again).hasSize(2);
        });
        assertThat(again)
                .extracting(event -> event.get("id").asString())
                .containsExactlyInAnyOrder(
                        before.get("id").asString(), shown.get("id").asString());
        assertThat(again).allSatisfy(event -> {
            assertThat(event.get("content")).isIn(before.get("content"), shown.get("content"));
            assertThat(event.at("/labels/0").asString()).isEqualTo("asr");
            assertThat(event.get("rights").asString()).isEqualTo("link");
            assertThat(event.get("author").asString()).isEqualTo("Ben");
            assertThat(event.get("licence").asString()).isEqualTo("new");
            assertThat(event.at("/provenance/0/how").asString()).isEqualTo("feed");
        });
        await().untilAsserted(() ->
                assertThat(sources.get("inherits").get("warnings").toString()).contains("told-again"));
    }

    @Test
    void a_feed_may_be_deleted_while_it_is_visited() throws Exception {
        site.put("/deleted", WebSite.rss(site.item("deleted-one", LONG)));
        sources.feed("deleted", site.url("/deleted"));
        sources.visited("deleted");
        deletedMeanwhile("deleted", () -> {
            site.put("/deleted", WebSite.rss(site.item("deleted-one", LONG), site.item("deleted-two", LONG)));
            sources.visitAgain("deleted");
        });
        await().until(() -> !task("deleted").picked());
        assertThat(task("deleted").failures()).isZero();
    }

    @Test
    void a_folder_may_be_deleted_while_it_is_looked_at() throws Exception {
        Path root = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "parallax-watched"));
        Path folder = Files.createTempDirectory(root, "deleted");
        Files.writeString(folder.resolve("one.md"), "One.");
        sources.put("deleted-folder", "{\"folder\":\"" + folder + "\"}", 201);
        sources.visited("deleted-folder");
        deletedMeanwhile("deleted-folder", () -> Files.writeString(folder.resolve("two.md"), "Two."));
        // After a fault it would be looked at in half a minute; now there is nothing more to look at.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> tasks("deleted-folder").isEmpty());
        assertThat(topic.events())
                .allSatisfy(event -> assertThat(event.has("content")).isTrue());
    }

    /** Deletes it in a transaction that ends once its visitor waits for it. */
    private void deletedMeanwhile(String source, Doing news) throws Exception {
        try (Connection deleting = database.getConnection()) {
            deleting.setAutoCommit(false);
            deleting.createStatement().execute("delete from source where name = '" + source + "'");
            news.happens();
            await().until(() -> waitsForRow(deleting));
            assertThat(sources.get(source).at("/visits/underWay").asBoolean()).isTrue();
            deleting.commit();
        }
    }

    private interface Doing {
        void happens() throws Exception;
    }

    private record Task(boolean picked, int failures) {}

    private Task task(String source) {
        return tasks(source).get(0);
    }

    private List<Task> tasks(String source) {
        return jdbc.sql("select picked, consecutive_failures from scheduled_tasks where task_instance = ?")
                .param(source)
                .query((row, number) -> new Task(row.getBoolean("picked"), row.getInt("consecutive_failures")))
                .list();
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
            sources.put(name, "{\"kind\":\"push\",\"rights\":\"link\"}", 201);
        }
        sources.put("list-a", "{\"kind\":\"push\",\"rights\":\"full\"}", 200);
        assertThat(sources.get("list-a").has("documents"))
                .as("nobody has counted")
                .isFalse();
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = JsonMapper.shared()
                    .readTree(sources.send("GET", "?limit=2&cursor=" + cursor, null)
                            .body());
            page.get("items").forEach(item -> names.add(item.get("name").asString()));
            cursor = page.get("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(names).contains("list-a", "list-b", "list-c").isSorted().doesNotHaveDuplicates();
        assertThat(sources.send("DELETE", "/list-a", null).statusCode()).isEqualTo(204);
        assertThat(sources.send("GET", "/list-a", null).statusCode()).isEqualTo(404);
        assertThat(sources.send("DELETE", "/list-a", null).statusCode()).isEqualTo(404);
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
        assertThat(sources.send("PUT", "/bad name".replace(" ", "%20"), "{\"kind\":\"push\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String refused(String body) throws Exception {
        HttpResponse<String> answer = sources.send("PUT", "/refused", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }
}
