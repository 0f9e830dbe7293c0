package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import parallax.events.ArticleEnriched;
import parallax.events.StoryRemoved;
import tools.jackson.databind.JsonNode;

/** The log of deliveries: what of it is made again, and what is forgotten. */
class DeliveryLogIT extends RunningService {

    private final String source = id("src");

    @Autowired
    MeterRegistry meters;

    /** {@code replay-page} is two here. */
    @Test
    void all_of_a_time_is_delivered_again_however_many() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String webhook = webhook(receiver);
            List<String> stories = new ArrayList<>();
            for (int n = 0; n < 7; n++) {
                stories.add(publish());
            }
            for (String story : stories) {
                eventually(() -> assertThat(states(webhook, story)).containsExactly("delivered"));
            }
            String replay = "/v1/webhooks/" + webhook + "/replay";
            assertThat(write("POST", replay, "").body()).isEqualTo("{\"queued\":0}"); // nothing failed
            assertThat(write("POST", replay, "{\"from\":\"2020-01-01T00:00:00Z\"}")
                            .body())
                    .isEqualTo("{\"queued\":7}");
            for (String story : stories) {
                eventually(() -> assertThat(receiver.about(story)).hasSize(2));
            }
            assertThat(write("POST", replay, "{\"to\":\"2020-01-01T00:00:00Z\"}")
                            .body())
                    .isEqualTo("{\"queued\":0}");
            assertThat(write("POST", replay, "{\"from\":\"2021-01-01T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\"}")
                            .body())
                    .contains("\\\"from\\\" must be before \\\"to\\\"");
            write("DELETE", "/v1/webhooks/" + webhook, "");
        }
    }

    @Test
    void a_blog_gets_again_what_failed() {
        String blog = id("blog");
        String folder = CMS_ROOT.resolve(blog).toString();
        write("PUT", "/v1/cms/" + blog, "{\"kind\":\"markdown\",\"folder\":\"" + folder + "\"}");
        String story = publish();
        eventually(() -> assertThat(states("cms_" + blog, story)).containsExactly("delivered"));
        jdbc.sql("update delivery set state = 'failed' where channel_id = :id")
                .param("id", "cms_" + blog)
                .update();
        long failed = jdbc.sql("select count(distinct story_id) from delivery where channel_id = :id")
                .param("id", "cms_" + blog)
                .query(Long.class)
                .single();
        JsonNode answer =
                json.readTree(write("POST", "/v1/cms/" + blog + "/replay", "").body());
        assertThat(answer.path("queued").asLong()).isEqualTo(failed).isPositive();
        eventually(() -> assertThat(states("cms_" + blog, story)).containsExactly("delivered"));
        write("DELETE", "/v1/cms/" + blog, "");
    }

    @Test
    void what_is_old_is_forgotten_but_for_the_last_word_and_what_can_be_replayed() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String webhook = webhook(receiver);
            write("POST", "/v1/webhooks/" + webhook + "/test", "");
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            String told = id("story");
            send(one, story(told, 1, one));
            eventually(() -> assertThat(states(webhook, told)).containsExactly("delivered"));
            ArticleEnriched two = piece(one.documentId(), "r2", source, "Two", Samples.TIME.plusSeconds(1));
            send(two, story(told, 2, two));
            eventually(() -> assertThat(states(webhook, told)).containsExactly("delivered", "delivered"));
            String failed = publish();
            String older = publish();
            String young = publish();
            for (String story : List.of(failed, older, young)) {
                eventually(() -> assertThat(states(webhook, story)).containsExactly("delivered"));
            }
            String takedown = publish();
            eventually(() -> assertThat(states(webhook, takedown)).containsExactly("delivered"));
            send(new StoryRemoved(takedown, 2, null, Samples.TIME, Samples.TIME));
            eventually(() -> assertThat(states(webhook, takedown)).containsExactly("delivered", "delivered"));

            age(webhook, told, "delivered", 40);
            age(webhook, failed, "failed", 40);
            age(webhook, older, "failed", 200);
            age(webhook, young, "superseded", 20);
            age(webhook, takedown, "failed", 400);
            jdbc.sql("update test_call set finished_at = now() - interval '40 days' where channel_id = :id")
                    .param("id", webhook)
                    .update();
            double before = pruned();
            jdbc.sql("update scheduled_tasks set execution_time = now() where task_name = 'prune-deliveries'")
                    .update();

            eventually(() -> assertThat(states(webhook, told)).containsExactly("delivered"));
            eventually(() -> assertThat(states(webhook, older)).isEmpty());
            eventually(() -> assertThat(
                            get("/v1/webhooks/" + webhook + "/deliveries").body())
                    .doesNotContain("webhook.test"));
            assertThat(states(webhook, failed)).containsExactly("failed");
            assertThat(states(webhook, young)).containsExactly("superseded");
            assertThat(states(webhook, takedown)).contains("failed");
            assertThat(get("/v1/left-behind?limit=200").body()).contains(takedown);
            eventually(() -> assertThat(pruned()).isGreaterThanOrEqualTo(before + 3));
            assertThat(write("POST", "/v1/webhooks/" + webhook + "/replay", "").body())
                    .isEqualTo("{\"queued\":2}"); // the failed one, and the takedown
            eventually(() -> assertThat(states(webhook, failed)).containsExactly("delivered"));
            write("DELETE", "/v1/webhooks/" + webhook, "");
        }
    }

    @Test
    void what_is_left_behind_is_turned_over_page_by_page() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String webhook = webhook(receiver);
            List<String> stories = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                String story = publish();
                stories.add(story);
                eventually(() -> assertThat(states(webhook, story)).containsExactly("delivered"));
                send(new StoryRemoved(story, 2, null, Samples.TIME, Samples.TIME));
                eventually(() -> assertThat(states(webhook, story)).hasSize(2));
                eventually(() -> assertThat(states(webhook, story)).doesNotContain("pending"));
                age(webhook, story, "failed", 0);
            }
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = json("/v1/left-behind?limit=1&cursor=" + next);
                page.path("items").forEach(left -> seen.add(left.path("story").asString()));
                next = page.path("next").asString("");
            } while (!next.isEmpty());
            assertThat(seen).containsAll(stories).doesNotHaveDuplicates();
            write("DELETE", "/v1/webhooks/" + webhook, "");
        }
    }

    /** Its secret was wrong, say; it is mended now, and nobody wants to wait for hours. */
    @Test
    void what_waits_for_its_next_attempt_is_tried_at_once() throws Exception {
        try (Receiver receiver = new Receiver(401, 401)) {
            receiver.retryAfter("3600"); // four seconds at most here: time to put it off
            String webhook = webhook(receiver);
            String story = publish();
            eventually(() -> assertThat(putOff(webhook)).isOne());
            assertThat(write("POST", "/v1/webhooks/" + webhook + "/replay", "").body())
                    .isEqualTo("{\"queued\":1}");
            eventually(() -> assertThat(receiver.about(story)).hasSize(2));
            eventually(() -> assertThat(putOff(webhook)).isOne());
            String id = json("/v1/webhooks/" + webhook + "/deliveries")
                    .path("items")
                    .path(0)
                    .path("id")
                    .asString();
            assertThat(write("POST", "/v1/deliveries/" + id + "/replay", "").statusCode())
                    .isEqualTo(202);
            eventually(() -> assertThat(states(webhook, story)).containsExactly("delivered"));
            assertThat(receiver.about(story)).extracting(Receiver.Received::id).containsOnly(id);
            write("DELETE", "/v1/webhooks/" + webhook, "");
        }
    }

    /** Its next attempt is to be in an hour. */
    private int putOff(String webhook) {
        return jdbc.sql("""
                        update scheduled_tasks set execution_time = now() + interval '1 hour'
                        where not picked and task_name = 'delivery' and task_instance in
                            (select id from delivery where channel_id = :channel and state = 'pending' and attempts = 1)
                        """).param("channel", webhook).update();
    }

    @Test
    void an_endpoint_can_be_removed_while_it_is_delivered_to() throws Exception {
        for (int round = 0; round < 10; round++) {
            try (Receiver receiver = new Receiver()) {
                String webhook = webhook(receiver);
                for (int n = 0; n < 8; n++) {
                    publish();
                }
                eventually(() -> assertThat(receiver.all()).isNotEmpty());
                HttpResponse<String> removed = write("DELETE", "/v1/webhooks/" + webhook, "");
                assertThat(removed.statusCode()).as(removed.body()).isEqualTo(204);
            }
        }
    }

    private String webhook(Receiver receiver) {
        String id = id("wh");
        HttpResponse<String> made =
                write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"" + receiver.url() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return id;
    }

    private String publish() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        String story = id("story");
        send(one, story(story, 1, one));
        return story;
    }

    private List<String> states(String channel, String story) {
        return jdbc.sql("select state from delivery where channel_id = :channel and story_id = :story order by version")
                .param("channel", channel)
                .param("story", story)
                .query(String.class)
                .list();
    }

    /** As if its deliveries had ended so many days ago, the last of them so. */
    private void age(String channel, String story, String state, int days) {
        jdbc.sql("""
                        update delivery set finished_at = now() - make_interval(days => :days),
                            state = case when version = (select max(version) from delivery l where l.story_id = :story)
                                    then :state else state end
                        where story_id = :story and channel_id = :channel
                        """)
                .param("channel", channel)
                .param("days", days)
                .param("state", state)
                .param("story", story)
                .update();
    }

    private double pruned() {
        return meters.counter("parallax.deliveries.pruned").count();
    }
}
