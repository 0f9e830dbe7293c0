package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.testing.TestPostgres;

/** What is under way keeps its order while attempts fail, and its deadline while nobody runs. */
class DeliveryOrderIT extends RunningService {

    private static final int STORIES = 5;
    private static final int VERSIONS = 12;

    @Test
    void versions_of_a_story_arrive_in_order_whatever_fails() throws Exception {
        Random chance = new Random(5);
        Integer[] answers =
                chance.ints(40, 0, 3).mapToObj(n -> n == 0 ? 503 : 204).toArray(Integer[]::new);
        try (Receiver receiver = new Receiver(answers)) {
            String webhook = id("wh");
            write("POST", "/v1/webhooks", "{\"id\":\"" + webhook + "\",\"url\":\"" + receiver.url() + "\"}");
            String source = id("src");
            List<String> stories = new ArrayList<>();
            List<ArticleEnriched> articles = new ArrayList<>();
            for (int n = 0; n < STORIES; n++) {
                stories.add(id("story"));
                articles.add(piece(id("doc"), "r0", source, "Version 0", Samples.TIME));
            }
            for (int version = 1; version <= VERSIONS; version++) {
                for (int n = 0; n < STORIES; n++) {
                    ArticleEnriched next = piece(
                            articles.get(n).documentId(),
                            "r" + version,
                            source,
                            "Version " + version,
                            Samples.TIME.plusSeconds(version));
                    send(next, story(stories.get(n), version, next));
                }
            }
            for (String story : stories) {
                eventually(() -> assertThat(versions(receiver, story)).contains((long) VERSIONS));
                assertThat(versions(receiver, story)).isSorted();
            }
            write("DELETE", "/v1/webhooks/" + webhook, "");
        }
    }

    @Test
    void a_deadline_survives_a_restart() throws Exception {
        String group = id("restart");
        Map<String, String> settings = Map.of(
                "spring.datasource.url",
                TestPostgres.url("parallax_publish_restart"),
                "parallax.publish.register.keys", // channels of other tests are none of ours
                group,
                "spring.cloud.stream.bindings.projectArticles-in-0.group",
                group,
                "spring.cloud.stream.bindings.projectStories-in-0.group",
                group,
                "spring.cloud.stream.bindings.projectDecisions-in-0.group",
                group,
                "parallax.publish.delivery.retries",
                "0s,3s,3s,3s,3s,3s,3s,3s",
                "db-scheduler.heartbeat-interval", // what it had begun when it stopped is taken over after four of them
                "1s");
        Integer[] ill = Collections.nCopies(1000, 503).toArray(Integer[]::new);
        try (Receiver receiver = new Receiver(ill)) {
            String story = id("story");
            ArticleEnriched one = piece(id("doc"), "r1", id("src"), "One", Samples.TIME);
            try (ConfigurableApplicationContext first = anotherInstance(settings)) {
                assertThat(write(port(first), "POST", "/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}")
                                .statusCode())
                        .isEqualTo(201);
                send(one, story(story, 1, one));
                eventually(() -> assertThat(receiver.about(story)).isNotEmpty());
            }
            int before = receiver.about(story).size();
            receiver.recover();
            try (ConfigurableApplicationContext second = anotherInstance(settings)) {
                eventually(() -> assertThat(receiver.about(story))
                        .as("by instance %s", port(second))
                        .hasSizeGreaterThan(before));
            }
            assertThat(receiver.about(story))
                    .extracting(Receiver.Received::id)
                    .containsOnly(receiver.about(story).get(0).id());
        }
    }

    private static int port(ConfigurableApplicationContext instance) {
        return Integer.parseInt(instance.getEnvironment().getProperty("local.server.port", "0"));
    }

    private List<Long> versions(Receiver receiver, String story) {
        return receiver.about(story).stream()
                .map(hook ->
                        json.readTree(hook.body()).path("data").path("version").asLong())
                .toList();
    }
}
