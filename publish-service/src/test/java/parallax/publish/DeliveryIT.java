package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import com.standardwebhooks.Webhook;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.events.StoryRemoved;
import tools.jackson.databind.JsonNode;

/** What reaches channels, and that it does so once. */
class DeliveryIT extends RunningService {

    @Test
    void a_webhook_is_signed_and_survives_a_failure_under_the_same_id() throws Exception {
        try (Receiver receiver = new Receiver(500, 302)) {
            JsonNode endpoint = json.readTree(write("POST", "/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}")
                    .body());
            String secret = endpoint.path("secret").asString();
            String source = id("src");
            String story = id("story");
            ArticleEnriched one = piece(id("doc"), "r1", source, "訪談", Samples.TIME);
            ArticleEnriched draft = Samples.draft(id("doc"), source, "Hush-hush");
            send(one, draft, story(story, 1, one, draft));
            eventually(() -> assertThat(receiver.about(story)).hasSize(3));
            assertThat(receiver.about(story))
                    .extracting(Receiver.Received::id)
                    .containsOnly(receiver.about(story).get(0).id());
            for (Receiver.Received hook : receiver.about(story)) {
                new Webhook(secret).verify(hook.body(), hook.headers()); // throws if it does not hold
                assertThat(hook.body()).contains("story.created", "訪談").doesNotContain("Hush", draft.documentId());
            }
            String log = "/v1/webhooks/" + endpoint.path("id").asString() + "/deliveries";
            eventually(() ->
                    assertThat(delivery(log, story).path("state").asString()).isEqualTo("delivered"));
            assertThat(delivery(log, story).path("attempts").asInt()).isEqualTo(3);
            assertThat(get("/v1/webhooks/" + endpoint.path("id").asString()).body())
                    .doesNotContain("secret");
            assertThat(get("/v1/articles/" + one.documentId()).body()).contains(story, "delivered");

            String id = delivery(log, story).path("id").asString();
            assertThat(write("POST", "/v1/deliveries/" + id + "/replay", "").statusCode())
                    .isEqualTo(202);
            eventually(() -> assertThat(receiver.about(story)).hasSize(4));
            eventually(() -> assertThat(json("/v1/deliveries/" + id).path("log"))
                    .extracting(attempt -> attempt.path("outcome").asString())
                    .containsExactly("HTTP 500", "HTTP 302, and redirects are not followed", "HTTP 204", "HTTP 204"));
            assertThat(json("/v1/deliveries/" + id).path("storyId").asString()).isEqualTo(story);
            assertThat(get("/v1/deliveries/" + id("none")).statusCode()).isEqualTo(404);
            write("DELETE", "/v1/webhooks/" + endpoint.path("id").asString(), "");
        }
    }

    @Test
    void nothing_is_sent_twice_and_only_what_changed() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String registration = "{\"id\":\"" + id("wh") + "\",\"url\":\"" + receiver.url() + "\"}";
            assertThat(write("POST", "/v1/webhooks", registration).statusCode()).isEqualTo(201);
            assertThat(write("POST", "/v1/webhooks", registration).statusCode()).isEqualTo(200);
            String source = id("src");
            String story = id("story");
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            ArticleEnriched draft = Samples.draft(id("doc"), source, "Hush");
            send(one, story(story, 1, one));
            eventually(() -> assertThat(receiver.about(story)).hasSize(1));
            send(one, story(story, 1, one), story(story, 1, one)); // come again
            try (ConfigurableApplicationContext second = anotherInstance(Map.of())) {
                assertThat(second.isRunning()).isTrue();
                send(draft, story(story, 2, draft, one)); // nobody outside sees a difference
                ArticleEnriched better =
                        piece(one.documentId(), "r2", source, "One, corrected", Samples.TIME.plusSeconds(9));
                eventually(() -> assertThat(
                                json("/v1/stories/" + story).path("version").asInt())
                        .isEqualTo(2));
                send(better, story(story, 3, better, draft));
                eventually(() -> assertThat(receiver.about(story)).hasSize(2));
                assertThat(receiver.about(story).get(1).body()).contains("story.updated", "One, corrected");
            }
            send(new StoryRemoved(story, 4, null, Samples.TIME, Samples.TIME));
            eventually(() -> assertThat(receiver.about(story)).hasSize(3));
            assertThat(receiver.about(story).get(2).body()).contains("story.removed");
            assertThat(receiver.about(story)).extracting(Receiver.Received::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_endpoint_that_asks_to_be_left_alone_is_left_alone() throws Exception {
        try (Receiver receiver = new Receiver(503)) {
            String id = id("wh");
            write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"" + receiver.url() + "\"}");
            receiver.retryAfter("3"); // its own retries come after 200 ms
            ArticleEnriched one = piece(id("doc"), "r1", id("src"), "One", Samples.TIME);
            String story = id("story");
            send(one, story(story, 1, one));
            eventually(() -> assertThat(receiver.about(story)).hasSize(2));
            Duration between = Duration.between(
                    receiver.about(story).get(0).at(),
                    receiver.about(story).get(1).at());
            assertThat(between).isGreaterThanOrEqualTo(Duration.ofMillis(2900));
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void who_has_a_story_that_goes_into_another_is_told_which() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String id = id("wh");
            write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"" + receiver.url() + "\"}");
            String source = id("src");
            String older = id("story");
            String younger = id("story");
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
            send(one, two, story(older, 1, one), story(younger, 1, two));
            eventually(() -> assertThat(receiver.about(younger)).hasSize(1));
            send(story(older, 2, one, two), new StoryRemoved(younger, 2, older, Samples.TIME, Samples.TIME));
            eventually(() -> assertThat(receiver.all())
                    .map(Receiver.Received::body)
                    .anySatisfy(body ->
                            assertThat(body).contains("story.merged", younger, "\"mergedInto\":\"" + older + "\"")));
            eventually(() -> assertThat(receiver.about(older))
                    .map(Receiver.Received::body)
                    .anySatisfy(body -> assertThat(body).contains("story.updated", "Two")));
            write("DELETE", "/v1/webhooks/" + id, "");
        }
    }

    @Test
    void an_endpoint_that_says_gone_is_switched_off() throws Exception {
        try (Receiver receiver = new Receiver(410)) {
            String id = id("wh");
            write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"" + receiver.url() + "\"}");
            ArticleEnriched one = piece(id("doc"), "r1", id("src"), "One", Samples.TIME);
            String story = id("story");
            send(one, story(story, 1, one));
            eventually(
                    () -> assertThat(json("/v1/webhooks/" + id).path("active").asBoolean(true))
                            .isFalse());
            assertThat(delivery("/v1/webhooks/" + id + "/deliveries", story)
                            .path("state")
                            .asString())
                    .isEqualTo("failed");
        }
    }

    @Test
    void a_folder_gets_what_is_there_and_what_comes_and_keeps_what_a_person_wrote() throws Exception {
        String name = id("blog");
        Path folder = CMS_ROOT.resolve(name);
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "Was there before", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Comes later", Samples.TIME);
        String before = id("story");
        String later = id("story");
        send(one, story(before, 1, one));
        eventually(() -> assertThat(get("/v1/stories/" + before).statusCode()).isEqualTo(200));
        String body = "{\"kind\":\"markdown\",\"folder\":\"" + folder + "\"}";
        assertThat(write("PUT", "/v1/cms/" + name, body).statusCode()).isEqualTo(201);
        assertThat(write("PUT", "/v1/cms/" + name, body).statusCode()).isEqualTo(200);
        send(two, story(later, 1, two));
        eventually(() -> assertThat(folder.resolve(before + ".md")).content().contains("Was there before"));
        eventually(() -> assertThat(folder.resolve(later + ".md")).content().contains("Comes later"));

        Files.writeString(folder.resolve(before + ".md"), "mine now");
        ArticleEnriched corrected = piece(one.documentId(), "r2", source, "Corrected", Samples.TIME.plusSeconds(5));
        send(corrected, story(before, 2, corrected));
        String log = "/v1/cms/" + name + "/deliveries";
        eventually(
                () -> assertThat(delivery(log, before).path("state").asString()).isEqualTo("conflict"));
        assertThat(folder.resolve(before + ".md")).hasContent("mine now");
        send(new StoryRemoved(later, 2, null, Samples.TIME, Samples.TIME));
        eventually(() -> assertThat(folder.resolve(later + ".md")).doesNotExist());
        // What a person made his own is not taken down: it is said, until he has seen to it.
        assertThat(get("/v1/left-behind").body()).doesNotContain(before);
        send(new StoryRemoved(before, 3, null, Samples.TIME, Samples.TIME));
        eventually(() -> assertThat(get("/v1/left-behind").body())
                .contains(before, name, "was changed by a person, or is not ours: not deleted"));
        Files.delete(folder.resolve(before + ".md"));
        write("POST", "/v1/deliveries/" + delivery(log, before).path("id").asString() + "/replay", "");
        eventually(() -> assertThat(get("/v1/left-behind").body()).doesNotContain(before));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
        write("DELETE", "/v1/cms/" + name, "");
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_reason() {
        for (String url : List.of(
                "http://10.0.0.1/",
                "http://169.254.169.254/latest",
                "http://[::ffff:10.0.0.1]/",
                "ftp://example.org/",
                "http://u:p@example.org/",
                "nonsense")) {
            assertThat(write("POST", "/v1/webhooks", "{\"url\":\"" + url + "\"}")
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(write("POST", "/v1/webhooks", "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> blogs =
                write("POST", "/v1/webhooks", "{\"id\":\"cms_blog\",\"url\":\"https://id.example/\"}");
        assertThat(blogs.statusCode()).isEqualTo(400);
        assertThat(blogs.body()).contains("cms_", "Choose another");
        assertThat(write("PUT", "/v1/cms/x", "{\"kind\":\"markdown\",\"folder\":\"/etc\"}")
                        .body())
                .contains("cms-roots");
        assertThat(write("PUT", "/v1/cms/x", "{\"kind\":\"drupal\"}").body()).contains("bad-kind");
        assertThat(get("/v1/webhooks/none").statusCode()).isEqualTo(404);
        assertThat(get("/schemas/webhooks.asyncapi.yaml").body()).contains("asyncapi:");
        assertThat(write("POST", "/v1/deliveries/none/replay", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_misspelt_filter_is_no_endpoint_without_one() {
        String url = "https://" + id("misspelt") + ".example/";
        HttpResponse<String> refused =
                write("POST", "/v1/webhooks", "{\"url\":\"" + url + "\",\"filter\":{\"topic\":[\"ai\"]}}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json.readTree(refused.body()).path("detail").asString())
                .isEqualTo("There is no field \"filter.topic\"; there are entities, languages, topics, types.");
        assertThat(get("/v1/webhooks?limit=200").body()).doesNotContain(url);
        assertThat(write("POST", "/v1/webhooks", "{\"url\":\"" + url + "\",\"filter\":{\"topics\":\"ai\"}}")
                        .body())
                .contains("\\\"filter.topics\\\" must be a list");
        assertThat(write("POST", "/v1/webhooks/none/replay", "{\"from\":\"yesterday\"}")
                        .body())
                .contains("\\\"from\\\" must be a time such as");
    }

    @Test
    void where_webhooks_and_folders_are_is_told_to_those_with_a_token() {
        String id = id("secretive");
        write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"https://chat.example/T0/" + id + "?k=v\"}");
        write("PUT", "/v1/cms/" + id, "{\"kind\":\"markdown\",\"folder\":\"" + CMS_ROOT.resolve(id) + "\"}");
        assertThat(json("/v1/webhooks/" + id).path("url").asString()).isEqualTo("https://chat.example/…");
        assertThat(get("/v1/webhooks?limit=200").body())
                .contains("https://chat.example/…")
                .doesNotContain("/T0/");
        assertThat(get("/v1/cms/" + id).body()).contains(id).doesNotContain(CMS_ROOT.toString());
        assertThat(get("/v1/cms?limit=200").body()).contains(id).doesNotContain(CMS_ROOT.toString());
        String[] token = {"Authorization", "Bearer " + TOKEN};
        assertThat(get("/v1/webhooks/" + id, token).body()).contains("/T0/" + id + "?k=v");
        assertThat(get("/v1/cms/" + id, token).body())
                .contains(CMS_ROOT.resolve(id).toString());
        write("DELETE", "/v1/webhooks/" + id, "");
        write("DELETE", "/v1/cms/" + id, "");
    }

    @Test
    void channels_are_listed_page_by_page_newest_first() {
        List<String> webhooks = new ArrayList<>();
        List<String> blogs = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            String id = id("page");
            webhooks.add(0, id);
            blogs.add(0, id);
            write("POST", "/v1/webhooks", "{\"id\":\"" + id + "\",\"url\":\"https://" + id + ".example/\"}");
            write("PUT", "/v1/cms/" + id, "{\"kind\":\"markdown\",\"folder\":\"" + CMS_ROOT.resolve(id) + "\"}");
        }
        assertThat(paged("/v1/webhooks", "id")).containsSubsequence(webhooks).doesNotHaveDuplicates();
        assertThat(paged("/v1/cms", "name")).containsSubsequence(blogs).doesNotHaveDuplicates();
        assertThat(get("/v1/cms?limit=0").body()).contains("bad-limit");
        webhooks.forEach(id -> write("DELETE", "/v1/webhooks/" + id, ""));
        blogs.forEach(name -> write("DELETE", "/v1/cms/" + name, ""));
    }

    /** Of all items of a list, two a page. */
    private List<String> paged(String list, String field) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = json(list + "?limit=2&cursor=" + next);
            assertThat(page.path("items").size()).isBetween(1, 2);
            page.path("items").forEach(item -> found.add(item.path(field).asString()));
            next = page.path("next").asString(null);
        }
        return found;
    }

    private JsonNode delivery(String log, String story) {
        for (JsonNode item : json(log).path("items")) {
            if (item.path("storyId").asString().equals(story)) {
                return item;
            }
        }
        throw new AssertionError("no delivery of " + story);
    }
}
