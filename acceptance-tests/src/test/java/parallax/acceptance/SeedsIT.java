package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What a newcomer sees of the five seeds on every output, and that killing any process loses and doubles nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeedsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String DRAFT = "000_9512ce102a8570fa";
    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.start(18080);
        system.connectAndPushSeeds();
        awaitTwoStories();
        await().atMost(PATIENCE)
                .until(() -> delivered() >= 2 && system.postFiles().size() == 2);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void the_two_interviews_are_told_apart() {
        assertThat(groups())
                .containsExactlyInAnyOrder(
                        new TreeSet<>(Set.of("000", "004")), new TreeSet<>(Set.of("001", "002", "003")));
        for (JsonNode story : system.stories()) {
            int articles = story.path("articles").size();
            assertThat(story.path("evidence").size()).isEqualTo(articles * (articles - 1) / 2);
            assertThat(story.path("lead").asString()).isNotEqualTo(DRAFT);
        }
    }

    @Test
    @Order(2)
    void the_feeds_hold_each_interview_once_and_nothing_of_the_draft() throws Exception {
        // What is true shows in the feeds at the next full second.
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(system.json(system.url("publish") + "/feeds/stories.json")
                            .path("items"))
                    .hasSize(2);
            assertThat(system.json(system.url("publish") + "/feeds/articles.json")
                            .path("items"))
                    .hasSize(4);
        });
        for (String format : List.of("rss", "atom")) {
            String xml = system.get(system.url("publish") + "/feeds/stories." + format)
                    .body();
            List<SyndEntry> entries =
                    new SyndFeedInput().build(new StringReader(xml)).getEntries();
            assertThat(entries)
                    .hasSize(2)
                    .extracting(SyndEntry::getUri)
                    .allMatch(uri -> uri.startsWith("urn:parallax:story:"));
            assertNothingOfTheDraft(xml);
        }
        String json = system.get(system.url("publish") + "/feeds/stories.json").body();
        assertThat(system.json(system.url("publish") + "/feeds/stories.json")
                        .path("items")
                        .size())
                .isEqualTo(2);
        assertNothingOfTheDraft(json);
        assertNothingOfTheDraft(
                system.get(system.url("publish") + "/feeds/articles.json").body());
    }

    @Test
    @Order(3)
    void webhooks_arrived_once_and_signed_and_posts_hold_the_leads() throws IOException {
        JsonNode received = system.json(system.receiver());
        assertThat(received.path("repeated").asInt()).isZero();
        assertThat(received.path("refused").asInt()).isZero();
        assertNothingOfTheDraft(Files.readString(system.data().resolve("received.ndjson")));
        for (Path post : system.postFiles()) {
            assertThat(Files.readString(post)).startsWith("---\n").contains("title:");
            assertNothingOfTheDraft(Files.readString(post));
        }
    }

    @Test
    @Order(4)
    void the_same_files_again_change_nothing() {
        assertThat(system.parallax("ingest", RunningSystem.ROOT.resolve("seeds").toString()))
                .contains("accepted 0, unchanged 5, refused 0");
    }

    @Test
    @Order(5)
    void the_page_shows_the_stories_and_why() {
        String page = system.get(system.url("publish") + "/").body();
        assertThat(page).contains("Elon Musk", "Dwarkesh Podcast", "All-In", "application/rss+xml");
    }

    @Test
    @Order(6)
    void every_service_tells_of_kafka_and_its_database() {
        for (String service : List.of("ingest", "enrich", "publish")) {
            JsonNode health = system.json(system.management(service) + "/actuator/health");
            assertThat(health.path("status").asString()).isEqualTo("UP");
            assertThat(health.path("components").path("kafka").path("status").asString())
                    .isEqualTo("UP");
            assertThat(health.path("components").path("db").path("status").asString())
                    .isEqualTo("UP");
            assertThat(system.get(system.management(service) + "/actuator/prometheus")
                            .body())
                    .contains("parallax_dead_letters_total");
        }
    }

    @Test
    @Order(7)
    void killing_any_process_loses_and_doubles_nothing() throws IOException {
        String before = versions();
        int delivered = delivered();
        List<Long> postTimes = postTimes();
        for (String service : List.of("ingest", "enrich", "publish")) {
            system.kill(service, system.management(service) + "/actuator/health/readiness");
        }
        // A document pushed while PostgreSQL and Kafka die and come again is either refused or comes through.
        system.kill("postgres", system.management("enrich") + "/actuator/health/readiness");
        system.kill("kafka", system.management("enrich") + "/actuator/health/readiness");
        await().atMost(PATIENCE)
                .until(() -> system.post(
                                        system.url("ingest") + "/v1/documents?source=test&id=after-the-crash",
                                        "text/markdown",
                                        "# After the crash\n\nNothing was lost.")
                                .statusCode()
                        == 202);
        await().atMost(PATIENCE).until(() -> system.stories().size() == 3);
        assertThat(groups())
                .contains(
                        new TreeSet<>(Set.of("000", "004")),
                        new TreeSet<>(Set.of("001", "002", "003")),
                        new TreeSet<>(Set.of("aft")));
        assertThat(versions()).startsWith(before.substring(0, 0)).contains(before);
        await().atMost(PATIENCE)
                .until(() -> delivered() == delivered + 1 && system.postFiles().size() == 3);
        assertThat(system.json(system.receiver()).path("repeated").asInt()).isZero();
        assertThat(postTimes()).containsAll(postTimes);
    }

    private static void assertNothingOfTheDraft(String text) {
        assertThat(text).doesNotContain("西方文明的未来", "Best Partners TV", DRAFT);
    }

    private static void awaitTwoStories() {
        await().atMost(PATIENCE)
                .until(() -> groups().size() == 2
                        && groups().stream().mapToInt(Set::size).sum() == 5);
    }

    private static List<Set<String>> groups() {
        return system.stories().stream()
                .<Set<String>>map(story -> {
                    Set<String> group = new TreeSet<>();
                    story.path("articles")
                            .forEach(article -> group.add(
                                    article.path("documentId").asString().substring(0, 3)));
                    return group;
                })
                .toList();
    }

    /** The two interviews with their versions, in the order of their ids. */
    private static String versions() {
        return system.stories().stream()
                .filter(story -> story.path("interview").isObject())
                .map(story -> story.path("id").asString() + "@"
                        + story.path("version").asInt())
                .sorted()
                .toList()
                .toString();
    }

    private static int delivered() {
        return system.json(system.receiver()).path("received").asInt();
    }

    private static List<Long> postTimes() throws IOException {
        List<Long> times = new java.util.ArrayList<>();
        for (Path post : system.postFiles()) {
            times.add(Files.getLastModifiedTime(post).toMillis());
        }
        return times;
    }
}
