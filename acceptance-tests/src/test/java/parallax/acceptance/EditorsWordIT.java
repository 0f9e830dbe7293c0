package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an editor says holds on every output, over regrouping, and over an emptied database of publish. */
class EditorsWordIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PORTS = 23080;
    private static final String DRAFT = "000_9512ce102a8570fa";
    private static final String HELD = "001_d253ce3fee48524c";
    private static final String LEADS = "004_8ebea83fb9adcc81";
    private static final String OFF = "003_832d80ad99d9b2b0";
    private static RunningSystem system;
    private static Path site;

    @BeforeAll
    static void start() throws IOException {
        site = Files.createTempDirectory("parallax-site");
        system = RunningSystem.start(PORTS, "--cms-root", site.toString());
        system.connectAndPushSeeds();
        assertThat(system.post(
                                system.url("ingest") + "/v1/documents?source=test&id=zzz",
                                "text/markdown",
                                "# A remark\n\nNo machine would put this with anything.")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups())
                .containsExactlyInAnyOrder(group("000", "004"), group("001", "002", "003"), group("zzz")));
        await().atMost(PATIENCE).until(() -> posts().size() == 3);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void split_merge_hold_release_and_lead_hold_on_every_output_and_over_a_lost_database() throws Exception {
        // Split, taken back by its opposite, and said again.
        decide("/v1/stories/" + storyOf(OFF) + "/split", Map.of("articles", List.of(OFF), "by", "Ann"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups()).contains(group("001", "002"), group("003")));
        decide("/v1/stories/" + storyOf(OFF) + "/merge", Map.of("with", storyOf(HELD)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups()).contains(group("001", "002", "003")));
        decide(
                "/v1/stories/" + storyOf(OFF) + "/split",
                Map.of("articles", List.of(OFF), "by", "Ann", "why", "opinion"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups()).contains(group("003")));
        HttpResponse<String> otherwise = post("/v1/articles/" + OFF + "/same", Map.of("article", HELD));
        assertThat(otherwise.statusCode()).isEqualTo(409);
        assertThat(otherwise.body()).contains("Ann", "opinion");

        decide("/v1/stories/" + storyOf("zzz") + "/merge", Map.of("with", storyOf(LEADS)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(groups()).contains(group("000", "004", "zzz")));
        decide("/v1/articles/" + DRAFT + "/release", Map.of("by", "Bob"));
        decide("/v1/articles/" + HELD + "/hold", Map.of("why", "under review"));
        decide("/v1/stories/" + storyOf(LEADS) + "/lead", Map.of("article", LEADS));
        assertHolds();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(posts())
                    .hasSize(3)
                    .anyMatch(post -> post.contains("西方文明"))
                    .noneMatch(post -> post.contains(titleOf(HELD)));
            assertThat(Files.readString(system.data().resolve("received.ndjson")))
                    .contains("西方文明");
        });

        int received = system.json(system.receiver()).path("received").asInt();
        emptyDatabase();
        assertHolds();
        assertThat(system.json(system.url("publish") + "/v1/decisions?limit=100")
                        .path("items"))
                .hasSize(7);
        assertKnowsItsChannels(received);
        assertIsTakenDownEverywhere(OFF);
    }

    /** Channels came back; what comes again comes under the ids that receivers know, and makes no second post. */
    private static void assertKnowsItsChannels(int received) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode receiver = system.json(system.receiver());
            assertThat(receiver.path("repeated").asInt()).isGreaterThanOrEqualTo(3);
            assertThat(receiver.path("received").asInt()).isEqualTo(received);
            assertThat(receiver.path("refused").asInt()).isZero();
            assertThat(posts()).hasSize(3);
        });
        assertThat(system.json(system.url("publish") + "/v1/cms").toString()).contains("\"name\":\"posts\"");
    }

    private static void assertIsTakenDownEverywhere(String article) throws IOException {
        String story = storyOf(article);
        String title = titleOf(article);
        assertThat(posts()).anyMatch(post -> post.contains(title));
        Instant asked = Instant.now();
        assertThat(system.request("DELETE", system.url("ingest") + "/v1/documents/" + article, Map.of())
                        .statusCode())
                .isIn(200, 202);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> {
            assertThat(posts()).hasSize(2).noneMatch(post -> post.contains(title));
            assertThat(system.get(system.url("publish") + "/feeds/stories.json").body())
                    .doesNotContain(title);
            assertThat(system.get(system.url("publish") + "/feeds/articles.json")
                            .body())
                    .doesNotContain(title);
            assertThat(Files.readAllLines(system.data().resolve("received.ndjson")))
                    .anyMatch(line -> line.contains("story.removed") && line.contains(story));
        });
        System.out.printf(
                "FIGURE takedown: gone from feeds, posts and webhooks after %d ms%n",
                Duration.between(asked, Instant.now()).toMillis());
        assertThat(system.get(system.url("publish") + "/stories/" + story).statusCode())
                .isIn(404, 410);
        String webhook = system.json(system.url("publish") + "/v1/webhooks")
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(system.get(system.url("publish") + "/v1/webhooks/" + webhook + "/why?story=" + story)
                        .body())
                .contains("not-taken-back", "what it made of that is its own");
    }

    @Test
    void a_folder_is_connected_by_one_command_and_a_wrong_one_refused_by_it() {
        Path folder = site.resolve("content/posts");
        String said = system.parallax("connect", "markdown", "--name", "site", folder.toString());
        assertThat(said).contains("connected: site", "posts are there", "/v1/cms/site/why");
        assertThat(folder).isNotEmptyDirectory();
        assertThatThrownBy(() -> system.parallax("connect", "markdown", "/etc/parallax"))
                .hasMessageContaining("Folder refused")
                .hasMessageContaining("cms-roots");
    }

    private static void assertHolds() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(groups())
                    .containsExactlyInAnyOrder(group("000", "004", "zzz"), group("001", "002"), group("003"));
            String feed =
                    system.get(system.url("publish") + "/feeds/stories.json").body();
            assertThat(feed).contains("西方文明").doesNotContain(titleOf(HELD));
            assertThat(system.json(system.url("publish") + "/feeds/stories.json")
                            .path("items"))
                    .hasSize(3);
            assertThat(system.get(system.url("publish") + "/feeds/articles.json")
                            .body())
                    .contains("西方文明")
                    .doesNotContain(titleOf(HELD));
            assertThat(system.stories())
                    .filteredOn(story -> story.path("articles").toString().contains(LEADS))
                    .singleElement()
                    .satisfies(
                            story -> assertThat(story.path("lead").asString()).isEqualTo(LEADS));
        });
    }

    private static void emptyDatabase() throws Exception {
        String url = "jdbc:postgresql://localhost:" + (PORTS - 2648) + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database parallax_publish with (force)");
            statement.execute("create database parallax_publish");
        }
        system.kill("publish", system.management("publish") + "/actuator/health/readiness");
    }

    private static void decide(String path, Map<String, Object> body) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
        assertThat(answer.body()).contains("\"changed\":true");
    }

    private static HttpResponse<String> post(String path, Map<String, Object> body) {
        return system.request("POST", system.url("publish") + path, body);
    }

    private static String storyOf(String article) {
        return system.json(system.url("publish") + "/v1/articles/" + article)
                .path("story")
                .asString();
    }

    private static String titleOf(String article) {
        return system.json(system.url("publish") + "/v1/articles/" + article)
                .path("title")
                .asString();
    }

    private static List<String> posts() {
        return system.postFiles().stream()
                .map(file -> {
                    try {
                        return Files.readString(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static Set<String> group(String... articles) {
        return new TreeSet<>(Set.of(articles));
    }

    private static List<Set<String>> groups() {
        return system.stories().stream()
                .<Set<String>>map(story -> EditorsWordIT.articles(story).stream()
                        .map(article -> article.substring(0, 3))
                        .collect(Collectors.toCollection(TreeSet::new)))
                .toList();
    }

    private static List<String> articles(JsonNode story) {
        List<String> ids = new java.util.ArrayList<>();
        story.path("articles")
                .forEach(article -> ids.add(article.path("documentId").asString()));
        return ids;
    }
}
