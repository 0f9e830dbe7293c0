package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of each service: the same stories, nothing sent twice, and both have work. */
class ScalingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORTS = 28080;
    private static RunningSystem system;

    @BeforeAll
    static void start() {
        system = RunningSystem.start(PORTS, "--ingest", "2", "--enrich", "2", "--publish", "2");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void two_of_each_give_what_one_of_each_gives() throws Exception {
        await().atMost(PATIENCE).until(() -> bothHavePartitions("enrich") && bothHavePartitions("publish"));
        system.connectAndPushSeeds();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(system.stories().stream()
                        .map(story -> {
                            Set<String> group = new TreeSet<>();
                            story.path("articles")
                                    .forEach(article -> group.add(article.path("documentId")
                                            .asString()
                                            .substring(0, 3)));
                            return group;
                        })
                        .toList())
                .containsExactlyInAnyOrder(
                        new TreeSet<>(Set.of("000", "004")), new TreeSet<>(Set.of("001", "002", "003"))));
        await().atMost(PATIENCE)
                .until(() -> system.postFiles().size() == 2
                        && system.json(system.receiver()).path("received").asInt() >= 2);
        assertThat(system.json(system.receiver()).path("repeated").asInt()).isZero();

        // Both publish instances serve the same feed under the same tag.
        String second = "http://localhost:" + (PORTS + 3 + 100);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        system.json(second + "/feeds/stories.json").path("items"))
                .hasSize(2));
        for (String format : List.of("rss", "atom", "json")) {
            var one = system.get(system.url("publish") + "/feeds/stories." + format);
            var other = system.get(second + "/feeds/stories." + format);
            assertThat(one.headers().firstValue("etag"))
                    .isPresent()
                    .isEqualTo(other.headers().firstValue("etag"));
            assertThat(one.body()).isEqualTo(other.body());
        }
    }

    private static boolean bothHavePartitions(String group) throws Exception {
        try (Admin admin = Admin.create(java.util.Map.of("bootstrap.servers", "localhost:" + (PORTS + 1012)))) {
            var members = admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members();
            return members.stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .count()
                    >= 2;
        }
    }
}
