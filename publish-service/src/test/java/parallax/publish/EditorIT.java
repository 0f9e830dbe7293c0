package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.draft;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.events.EditorDecided;
import parallax.events.Topics;
import parallax.stream.Incoming;
import parallax.stream.TopicReader;
import tools.jackson.databind.JsonNode;

/** The editor's word over HTTP, what it does on every output, and that it is on Kafka. */
class EditorIT extends RunningService {

    private final String source = id("src");

    @Autowired
    TopicReader topics;

    @Test
    void what_is_held_is_taken_back_and_what_is_released_goes_out() throws Exception {
        try (Receiver receiver = new Receiver()) {
            write("POST", "/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            String blog = id("blog");
            write("PUT", "/v1/cms/" + blog, "{\"kind\":\"markdown\",\"folder\":\"" + CMS_ROOT.resolve(blog) + "\"}");
            ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
            ArticleEnriched hush = draft(id("doc"), source, "Hush");
            String story = id("story");
            send(one, hush, story(story, 1, one, hush));
            eventually(() -> assertThat(receiver.about(story)).hasSize(1));
            eventually(() ->
                    assertThat(CMS_ROOT.resolve(blog).resolve(story + ".md")).exists());
            eventually(() -> assertThat(feed()).contains("One"));

            JsonNode held = decide(
                    200, "POST", "/v1/articles/" + one.documentId() + "/hold", "{\"by\":\"Ann\",\"why\":\"libel\"}");
            assertThat(held.path("changed").asBoolean()).isTrue();
            assertThat(held.path("decision").path("by").asString()).isEqualTo("Ann");
            assertThat(held.path("effects").toString()).contains("Webhook", "leaves the feeds", blog);
            assertThat(held.path("notTakenBack").toString()).contains(receiver.url(), "cannot recall");
            eventually(() -> assertThat(receiver.about(story)).hasSize(2));
            assertThat(receiver.about(story).get(1).body()).contains("story.removed", "\"version\":2");
            eventually(() ->
                    assertThat(CMS_ROOT.resolve(blog).resolve(story + ".md")).doesNotExist());
            eventually(() -> assertThat(feed()).doesNotContain("One"));
            JsonNode outside = json("/v1/articles/" + one.documentId());
            assertThat(outside.path("shown").asBoolean(true)).isFalse();
            assertThat(outside.path("body").asString()).isEmpty();
            assertThat(outside.path("excerpt").asString()).isEmpty();
            assertThat(outside.path("withheld").asString()).contains("scope read");
            assertThat(get("/v1/articles/" + one.documentId(), "Authorization", "Bearer " + TOKEN)
                            .body())
                    .contains(one.body().substring(0, 3))
                    .doesNotContain("scope read");
            assertThat(get("/v1/cms/" + blog + "/why?story=" + story).body()).contains("held", "Ann", "libel");

            JsonNode again = decide(200, "POST", "/v1/articles/" + one.documentId() + "/hold", "");
            assertThat(again.path("changed").asBoolean(true)).isFalse();
            assertThat(again.path("decision").path("id"))
                    .isEqualTo(held.path("decision").path("id"));

            decide(200, "POST", "/v1/articles/" + hush.documentId() + "/release", "{\"by\":\"Bob\"}");
            eventually(() -> assertThat(receiver.about(story)).hasSize(3));
            assertThat(receiver.about(story).get(2).body()).contains("story.created", "Hush", "\"version\":3");
            eventually(() -> assertThat(CMS_ROOT.resolve(blog).resolve(story + ".md"))
                    .content()
                    .contains("Hush"));
            eventually(() -> assertThat(feed()).contains("Hush").doesNotContain("One"));
            JsonNode free = decide(200, "POST", "/v1/articles/" + one.documentId() + "/release", "");
            assertThat(free.path("decision").path("by").asString()).isEqualTo("settings"); // as that token is called
            eventually(() -> assertThat(receiver.about(story)).hasSize(4));
            // The next version of the story itself is a greater one still.
            ArticleEnriched more = piece(id("doc"), "r1", source, "More", Samples.TIME);
            send(more, story(story, 2, one, hush, more));
            eventually(() -> assertThat(receiver.about(story)).hasSize(5));
            assertThat(receiver.about(story).get(4).body()).contains("\"version\":5");
        }
    }

    @Test
    void a_post_that_a_person_changed_is_said_to_stay() throws Exception {
        String blog = id("blog");
        write("PUT", "/v1/cms/" + blog, "{\"kind\":\"markdown\",\"folder\":\"" + CMS_ROOT.resolve(blog) + "\"}");
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        String story = id("story");
        Path post = CMS_ROOT.resolve(blog).resolve(story + ".md");
        send(one, story(story, 1, one));
        eventually(() -> assertThat(post).exists());
        Files.writeString(post, "mine now");
        ArticleEnriched better = piece(one.documentId(), "r2", source, "Better", Samples.TIME.plusSeconds(1));
        send(better, story(story, 2, better));
        eventually(() -> assertThat(
                        get("/v1/cms/" + blog + "/deliveries?state=conflict").body())
                .contains(story));
        JsonNode held = decide(200, "POST", "/v1/articles/" + one.documentId() + "/hold", "");
        assertThat(held.path("effects").toString()).doesNotContain(blog);
        assertThat(held.path("notTakenBack").toString())
                .contains("The post in " + blog + " (markdown) was changed by a person, so it stays");
        eventually(() -> assertThat(get("/v1/left-behind").body()).contains(story));
        assertThat(post).hasContent("mine now");
        write("DELETE", "/v1/cms/" + blog, "");
    }

    @Test
    void what_is_held_of_a_story_that_goes_on_is_left_behind_in_a_post_that_a_person_changed() throws Exception {
        String blog = id("blog");
        write("PUT", "/v1/cms/" + blog, "{\"kind\":\"markdown\",\"folder\":\"" + CMS_ROOT.resolve(blog) + "\"}");
        ArticleEnriched one = piece(id("doc"), "r1", source, "The longer title leads", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        String story = id("story");
        Path post = CMS_ROOT.resolve(blog).resolve(story + ".md");
        send(one, two, story(story, 1, one, two));
        eventually(() -> assertThat(post).content().contains(one.title()));
        Files.writeString(post, Files.readString(post) + "mine");
        JsonNode held = decide(200, "POST", "/v1/articles/" + one.documentId() + "/hold", "");
        assertThat(held.path("effects").toString()).contains(blog, "where a person changed it", "/v1/left-behind");
        eventually(() -> assertThat(left(blog)).hasSize(1));
        JsonNode left = left(blog).get(0);
        assertThat(left.path("story").asString()).isEqualTo(story);
        assertThat(left.path("why").asString()).contains("changed by a person");
        assertThat(left.path("articles")).hasSize(1);
        assertThat(left.path("articles").get(0).asString()).isEqualTo(one.documentId());
        assertThat(post).content().contains(one.title(), "mine");

        String seen = "/v1/left-behind/" + left.path("delivery").asString();
        assertThat(write("DELETE", seen, "").statusCode()).isEqualTo(204);
        assertThat(left(blog)).isEmpty();
        assertThat(write("DELETE", seen, "").statusCode()).isEqualTo(404);
        // A later change to the story does not bring back what was seen to.
        ArticleEnriched better = piece(two.documentId(), "r2", source, "Two, corrected", Samples.TIME.plusSeconds(1));
        send(better, story(story, 2, one, better));
        eventually(() -> assertThat(json("/v1/cms/" + blog + "/deliveries").path("items"))
                .filteredOn(delivery -> delivery.path("state").asString().equals("conflict"))
                .hasSize(2));
        assertThat(left(blog)).isEmpty();
        write("DELETE", "/v1/cms/" + blog, "");
    }

    private List<JsonNode> left(String blog) {
        return json("/v1/left-behind?limit=200")
                .path("items")
                .valueStream()
                .filter(left -> left.path("name").asString().equals(blog))
                .toList();
    }

    @Test
    void an_editors_lead_leads_until_it_is_taken_back_and_a_second_is_told_of_the_first() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "The longer title leads", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        ArticleEnriched hush = draft(id("doc"), source, "Hush");
        String story = id("story");
        send(one, two, hush, story(story, 1, one, two, hush));
        eventually(() ->
                assertThat(json("/v1/stories/" + story).path("lead").asString()).isEqualTo(one.documentId()));
        String lead = "/v1/stories/" + story + "/lead";
        decide(200, "POST", lead, "{\"article\":\"" + two.documentId() + "\",\"by\":\"Ann\",\"why\":\"better\"}");
        assertThat(json("/v1/stories/" + story).path("lead").asString()).isEqualTo(two.documentId());
        eventually(() -> assertThat(json("/feeds/stories.json?source=" + source)
                        .path("items")
                        .path(0)
                        .path("title")
                        .asString())
                .isEqualTo("Two"));
        JsonNode conflict = decide(409, "POST", lead, "{\"article\":\"" + one.documentId() + "\"}");
        assertThat(conflict.path("detail").asString()).contains("Ann", "better", "DELETE " + lead);
        assertThat(conflict.path("earlier").path("by").asString()).isEqualTo("Ann");
        decide(422, "POST", lead, "{\"article\":\"" + hush.documentId() + "\"}");
        decide(422, "POST", lead, "{\"article\":\"none\"}");
        decide(422, "POST", lead, "{}");
        decide(200, "DELETE", lead, "{\"by\":\"Ann\"}");
        assertThat(json("/v1/stories/" + story).path("lead").asString()).isEqualTo(one.documentId());
        decide(200, "POST", "/v1/articles/" + two.documentId() + "/hold", "{\"by\":\"Cay\"}");
        assertThat(decide(409, "POST", lead, "{\"article\":\"" + two.documentId() + "\"}")
                        .path("detail")
                        .asString())
                .contains("held", "Cay", "/release");
    }

    @Test
    void what_is_said_of_the_grouping_is_checked_and_kept_on_kafka() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        ArticleEnriched apart = piece(id("doc"), "r1", source, "Apart", Samples.TIME);
        String story = id("story");
        String other = id("story");
        send(one, two, apart, story(story, 1, one, two), story(other, 1, apart));
        eventually(() -> assertThat(get("/v1/stories/" + story).statusCode()).isEqualTo(200));
        eventually(() -> assertThat(get("/v1/stories/" + other).statusCode()).isEqualTo(200));
        String split = "/v1/stories/" + story + "/split";
        String body = "{\"articles\":[\"" + two.documentId() + "\"],\"by\":\"Ann\",\"why\":\"another talk\"}";
        JsonNode first = decide(202, "POST", split, body);
        assertThat(decide(200, "POST", split, body).path("decision").path("id"))
                .isEqualTo(first.path("decision").path("id"));
        assertThat(onKafka())
                .filteredOn(event -> event.documents().contains(two.documentId()))
                .hasSize(1)
                .first()
                .satisfies(event -> {
                    assertThat(event.decidedBy()).isEqualTo("Ann");
                    assertThat(event.reason()).isEqualTo("another talk");
                    assertThat(event.others()).containsExactly(one.documentId());
                });
        JsonNode conflict = decide(
                409,
                "POST",
                "/v1/articles/" + one.documentId() + "/same",
                "{\"article\":\"" + two.documentId() + "\"}");
        assertThat(conflict.path("detail").asString()).contains("split", "Ann", "another talk", "/merge");
        String third = id("story");
        ArticleEnriched lone = piece(id("doc"), "r1", source, "Lone", Samples.TIME);
        send(lone, story(third, 1, lone));
        eventually(() -> assertThat(get("/v1/stories/" + third).statusCode()).isEqualTo(200));
        assertThat(decide(202, "POST", "/v1/stories/" + other + "/merge", "{\"with\":\"" + third + "\"}")
                        .path("effects")
                        .toString())
                .contains(other, third);
        decide(
                409,
                "POST",
                "/v1/articles/" + lone.documentId() + "/not-same",
                "{\"article\":\"" + apart.documentId() + "\"}");
        decide(404, "POST", "/v1/articles/" + one.documentId() + "/same", "{\"article\":\"none\"}");

        decide(422, "POST", split, "{\"articles\":[]}");
        decide(422, "POST", split, "{\"articles\":[\"" + apart.documentId() + "\"]}");
        decide(422, "POST", split, "{\"articles\":[\"" + one.documentId() + "\",\"" + two.documentId() + "\"]}");
        decide(404, "POST", "/v1/stories/none/split", body);
        decide(422, "POST", "/v1/stories/" + story + "/merge", "{\"with\":\"" + story + "\"}");
        decide(404, "POST", "/v1/stories/" + story + "/merge", "{\"with\":\"none\"}");
        decide(404, "POST", "/v1/stories/" + story + "/merge", "{\"articles\":[\"none\"]}");
        decide(422, "POST", "/v1/stories/" + story + "/merge", "{\"articles\":[],\"with\":\"" + other + "\"}");
        decide(422, "POST", "/v1/stories/" + third + "/merge", "{\"articles\":[\"" + lone.documentId() + "\"]}");
        decide(404, "POST", "/v1/articles/none/hold", "");
        decide(422, "POST", "/v1/articles/" + one.documentId() + "/hold", "{\"why\":\"" + "x".repeat(2001) + "\"}");
        assertThat(get("/v1/decisions?article=" + two.documentId()).body()).contains("another talk");
        JsonNode page = json("/v1/decisions?limit=1");
        assertThat(page.path("items")).hasSize(1);
        assertThat(json("/v1/decisions?limit=1&cursor=" + page.path("next").asString())
                        .path("items")
                        .path(0)
                        .path("id"))
                .isNotEqualTo(page.path("items").path(0).path("id"));
    }

    /** Each answer names the request that undoes it; whoever sends just that has it undone. */
    @Test
    void what_an_answer_says_undoes_it() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        ArticleEnriched apart = piece(id("doc"), "r1", source, "Apart", Samples.TIME);
        String story = id("story");
        send(one, two, apart, story(story, 1, one, two), story(id("story"), 1, apart));
        eventually(() -> assertThat(get("/v1/stories/" + story).statusCode()).isEqualTo(200));
        eventually(() -> assertThat(get("/v1/articles/" + apart.documentId()).statusCode())
                .isEqualTo(200));
        String lead = lead(story); // of articles of one time the lesser id
        String about = "/v1/articles/" + one.documentId();
        String other = article(apart);
        undone(decide(200, "POST", about + "/hold", ""), 200, "release");
        ArticleEnriched follower = lead.equals(one.documentId()) ? two : one;
        undone(decide(200, "POST", "/v1/stories/" + story + "/lead", article(follower)), 200, "no-lead");
        undone(decide(202, "POST", about + "/same", other), 202, "not-same");
        undone(decide(202, "POST", about + "/same", other), 202, "not-same");
        String split = "/v1/stories/" + story + "/split";
        String leaves = "{\"articles\":[\"" + two.documentId() + "\"]}";
        undone(decide(202, "POST", split, leaves), 202, "merge");
        undone(decide(202, "POST", split, leaves), 202, "merge"); // again: the first was undone
        undone(decide(200, "POST", about + "/hold", ""), 200, "release");
        assertThat(json(about).path("shown").asBoolean()).isTrue();
        assertThat(lead(story)).isEqualTo(lead);
    }

    /** Enrich leaves the story's id with the larger part, of two as large with the one that founded it. */
    @Test
    void an_answer_to_a_split_says_with_whom_the_id_goes_and_what_undoes_it_then() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        ArticleEnriched three = piece(id("doc"), "r1", source, "Three", Samples.TIME);
        String pair = id("story");
        String trio = id("story");
        String most = id("story");
        ArticleEnriched[] those = {
            piece(id("doc"), "r1", source, "A", Samples.TIME),
            piece(id("doc"), "r1", source, "B", Samples.TIME),
            piece(id("doc"), "r1", source, "C", Samples.TIME)
        };
        send(one, two, three, those[0], those[1], those[2]);
        send(story(pair, 1, one, two), story(trio, 1, those));
        eventually(() -> assertThat(get("/v1/stories/" + pair).statusCode()).isEqualTo(200));
        eventually(() -> assertThat(get("/v1/stories/" + trio).statusCode()).isEqualTo(200));
        assertThat(split(trio, those[0]).path("effects").path(0).asString())
                .startsWith("Articles " + those[0].documentId() + " leave story " + trio);
        assertThat(split(trio, those[0], those[1]).path("effects").path(0).asString())
                .contains("keep it: " + those[2].documentId() + " leave it");
        JsonNode founder = split(pair, one);
        assertThat(founder.path("effects").path(0).asString()).contains("stays with those that founded it");
        // As enrich tells it.
        send(story(pair, 2, one), story(most, 1, two));
        eventually(
                () -> assertThat(json("/v1/stories/" + pair).path("articles")).hasSize(1));
        eventually(() -> assertThat(get("/v1/stories/" + most).statusCode()).isEqualTo(200));
        undone(founder, 202, "merge");
    }

    private JsonNode split(String story, ArticleEnriched... leaving) {
        String articles = Stream.of(leaving)
                .map(article -> "\"" + article.documentId() + "\"")
                .collect(Collectors.joining(","));
        return decide(202, "POST", "/v1/stories/" + story + "/split", "{\"articles\":[" + articles + "]}");
    }

    private String lead(String story) {
        return json("/v1/stories/" + story).path("lead").asString();
    }

    private void undone(JsonNode answer, int status, String by) {
        String undo = answer.path("decision").path("undo").asString();
        String[] parts = undo.split(" with ", 2);
        String[] request = parts[0].split(" ", 2);
        JsonNode undone = decide(status, request[0], request[1], parts.length == 1 ? "" : parts[1]);
        assertThat(undone.path("changed").asBoolean()).as(undo).isTrue();
        assertThat(undone.path("decision").path("decision").asString()).isEqualTo(by);
    }

    private static String article(ArticleEnriched article) {
        return "{\"article\":\"" + article.documentId() + "\"}";
    }

    /** An empty database beside the same Kafka: what is held must not be seen for a moment. */
    @Test
    void a_rebuilt_database_knows_what_was_decided_and_to_whom_to_deliver() throws Exception {
        try (Receiver receiver = new Receiver()) {
            rebuilt(receiver);
        }
    }

    private void rebuilt(Receiver receiver) {
        String webhook = id("wh");
        write("POST", "/v1/webhooks", "{\"id\":\"" + webhook + "\",\"url\":\"" + receiver.url() + "\"}");
        String gone = id("wh");
        write("POST", "/v1/webhooks", "{\"id\":\"" + gone + "\",\"url\":\"" + receiver.url() + "?gone\"}");
        write("DELETE", "/v1/webhooks/" + gone, "");
        ArticleEnriched one = piece(id("doc"), "r1", source, "Held over a rebuild", Samples.TIME);
        ArticleEnriched hush = draft(id("doc"), source, "Released over a rebuild");
        String story = id("story");
        send(one, hush, story(story, 1, one, hush));
        eventually(() -> assertThat(get("/v1/stories/" + story).statusCode()).isEqualTo(200));
        decide(200, "POST", "/v1/articles/" + one.documentId() + "/hold", "");
        decide(200, "POST", "/v1/articles/" + hush.documentId() + "/release", "");
        eventually(() -> assertThat(receiver.about(story)).hasSizeGreaterThanOrEqualTo(3));
        String database = parallax.testing.TestPostgres.url("parallax_publish_rebuilt");
        try (ConfigurableApplicationContext rebuilt = anotherInstance(java.util.Map.of(
                "spring.datasource.url",
                database,
                "spring.cloud.stream.bindings.projectArticles-in-0.group",
                "rebuilt",
                "spring.cloud.stream.bindings.projectStories-in-0.group",
                "rebuilt",
                "spring.cloud.stream.bindings.projectDecisions-in-0.group",
                "rebuilt"))) {
            int there = Integer.parseInt(rebuilt.getEnvironment().getProperty("local.server.port", "0"));
            eventually(() -> {
                String body = get(there, "/feeds/stories.json?source=" + source).body();
                assertThat(body).doesNotContain("Held over a rebuild");
                assertThat(body).contains("Released over a rebuild");
            });
            assertThat(get(there, "/v1/decisions?article=" + one.documentId()).body())
                    .contains("\"hold\"");
            assertThat(get(there, "/v1/webhooks/" + webhook).statusCode()).isEqualTo(200);
            assertThat(get(there, "/v1/webhooks/" + gone).statusCode()).isEqualTo(404);
            String last =
                    receiver.about(story).get(receiver.about(story).size() - 1).id();
            eventually(() -> assertThat(receiver.about(story).stream()
                            .filter(hook -> hook.id().equals(last)))
                    .as("the same again, under the same id")
                    .hasSizeGreaterThan(1));
        }
        write("DELETE", "/v1/webhooks/" + webhook, "");
    }

    @Test
    void nobody_decides_without_the_token() {
        assertThat(get("/v1/decisions").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = writeAs("wrong", "POST", "/v1/articles/x/hold", "{}");
        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void who_does_not_say_his_name_decides_by_that_of_his_token() {
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        send(one, story(id("story"), 1, one));
        eventually(() ->
                assertThat(get("/v1/articles/" + one.documentId()).statusCode()).isEqualTo(200));
        String token = json.readTree(write("POST", "/v1/tokens", "{\"name\":\"Bea\",\"scopes\":[\"admin\"]}")
                        .body())
                .path("token")
                .asString();
        HttpResponse<String> held = writeAs(token, "POST", "/v1/articles/" + one.documentId() + "/hold", "");
        assertThat(held.body()).contains("\"by\":\"Bea\"");
    }

    private JsonNode decide(int expected, String method, String path, String body) {
        HttpResponse<String> answer = write(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return json.readTree(answer.body());
    }

    private String feed() {
        return get("/feeds/stories.json?source=" + source).body()
                + get("/feeds/articles.json?source=" + source).body();
    }

    private List<EditorDecided> onKafka() {
        List<EditorDecided> found = new java.util.ArrayList<>();
        topics.read(Topics.DECISIONS, java.util.Map.of(), page -> page.stream()
                .map(Incoming::event)
                .map(EditorDecided.class::cast)
                .forEach(found::add));
        return found;
    }
}
