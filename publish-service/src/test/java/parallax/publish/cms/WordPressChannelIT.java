package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parallax.egress.Egress;
import parallax.egress.EgressSettings;
import parallax.publish.PublishSettings;
import parallax.publish.Samples;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.problem.PublishException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real WordPress. */
@Tag("wordpress")
class WordPressChannelIT extends HttpCmsContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CmsSite SITE = new CmsSite(
            Egress.open(
                    List.of("127.0.0.0/8"),
                    new EgressSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 10, 10, "Parallax/1")),
            JSON,
            new PublishSettings.Cms(Duration.ofSeconds(20), 8),
            true,
            Clock.systemUTC());
    private static final WordPressChannel CHANNEL = new WordPressChannel(SITE);
    private static final WordPressKind KIND = new WordPressKind(SITE);

    private static @Nullable WordPressServer wordPress;

    private @Nullable String through;
    private @Nullable Duration delay;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        wordPress = new WordPressServer();
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    @AfterEach
    void empty() throws Exception {
        for (JsonNode post : all("/wp/v2/posts", Map.of("status", "any,trash", "context", "edit"))) {
            server().call("DELETE", "/wp/v2/posts/" + post.path("id").asString(), Map.of("force", "true"));
        }
    }

    @Override
    Channel channel() {
        return CHANNEL;
    }

    @Override
    StoredChannel stored() {
        WordPressConfig config = new WordPressConfig(
                through == null ? server().url() : through,
                WordPressServer.USER,
                server().password(),
                "publish",
                delay);
        return new StoredChannel(
                "cms_wp", WordPressChannel.KIND, "wp", JSON.writeValueAsString(config), true, null, Samples.TIME);
    }

    @Override
    Optional<String> post() {
        return ours().stream()
                .findFirst()
                .map(post -> post.path("title").path("raw").asString() + "\n"
                        + post.path("content").path("raw").asString());
    }

    @Override
    void edit(String text) {
        change(Map.of("content", text));
    }

    @Override
    void retitle(String title) {
        change(Map.of("title", title));
    }

    @Override
    int posts() {
        return ours().size();
    }

    @Override
    String url() {
        return server().url();
    }

    @Override
    void through(@Nullable String url) {
        through = url;
    }

    @Override
    Map<String, Integer> things() {
        try {
            return Map.of(
                    "posts",
                    all("/wp/v2/posts", Map.of("status", "any,trash", "context", "edit")).stream()
                            .filter(post -> !post.path("slug").asString().equals("hello-world"))
                            .toList()
                            .size(),
                    "tags",
                    all("/wp/v2/tags", Map.of()).size(),
                    "categories",
                    all("/wp/v2/categories", Map.of()).size(),
                    "media",
                    all("/wp/v2/media", Map.of()).size());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void terms_are_used_again_and_an_editors_stay_as_he_left_them() throws Exception {
        Outcome.Delivered first = delivered(deliver("First title", null));
        int terms = all("/wp/v2/tags", Map.of()).size()
                + all("/wp/v2/categories", Map.of()).size();
        String own = JSON.readTree(server().call("POST", "/wp/v2/tags", Map.of("name", "mine " + System.nanoTime())))
                .path("id")
                .asString();
        assertThat(ours().get(0).path("tags")).hasSize(1); // Elon Musk
        change(Map.of("tags", own)); // he takes ours off and puts his on
        delivered(deliver("Better title", first));
        assertThat(ours().get(0).path("tags")).hasSize(1).first().satisfies(tag -> assertThat(tag.asString())
                .isEqualTo(own));
        assertThat(ours().get(0).path("title").path("raw").asString()).isEqualTo("Better title");
        assertThat(all("/wp/v2/tags", Map.of()).size()
                        + all("/wp/v2/categories", Map.of()).size())
                .isEqualTo(terms + 1);
    }

    @Test
    void a_post_is_found_again_without_memory_and_under_another_slug() {
        delivered(deliver("First title", null));
        change(Map.of("slug", "a-slug-of-my-own", "status", "draft"));
        delivered(deliver("Better title", null));
        assertThat(posts()).isEqualTo(1);
        assertThat(ours().get(0).path("slug").asString()).isEqualTo("a-slug-of-my-own");
        assertThat(ours().get(0).path("status").asString()).isEqualTo("draft");
    }

    @Test
    void who_registers_is_told_what_is_wrong() {
        assertThat(KIND.admit(request(server().url() + "/", server().password())))
                .contains("\"status\":\"publish\"");
        assertThatThrownBy(() -> KIND.admit(request(server().url(), "wrong")))
                .isInstanceOf(PublishException.BadInput.class)
                .hasMessageContaining("application password is wrong");
        assertThatThrownBy(() -> KIND.admit(request(server().url() + "/readme.html?", server().password())))
                .hasMessageContaining("no REST API answers");
        assertThatThrownBy(() -> KIND.admit(request("http://10.0.0.1/", "x"))).hasMessageContaining("internal network");
    }

    @Test
    void who_may_not_publish_is_told_so_when_he_connects_and_can_send_drafts() {
        CmsChannels.Request publish = new CmsChannels.Request(
                "wordpress", null, server().url(), "contributor", server().contributorsPassword(), null, null, null);
        assertThatThrownBy(() -> KIND.admit(publish))
                .hasMessageContaining("publish_posts")
                .hasMessageContaining("Author");
        CmsChannels.Request drafts = new CmsChannels.Request(
                "wordpress", null, server().url(), "contributor", server().contributorsPassword(), null, "draft", null);
        assertThat(KIND.admit(drafts)).contains("\"status\":\"draft\"");
    }

    @Test
    void a_blocked_rest_api_and_too_many_requests_are_named() throws IOException {
        try (LossyRelay relay = new LossyRelay(server().url() + "/?blocked=1&", () -> LossyRelay.Fault.NONE)) {
            assertThatThrownBy(() -> KIND.admit(request(relay.url(), server().password())))
                    .hasMessageContaining("members only")
                    .hasMessageContaining("a plug-in blocks the REST API");
        }
        try (LossyRelay relay = new LossyRelay(server().url(), () -> LossyRelay.Fault.TOO_MANY)) {
            through = relay.url();
            assertThat(deliver("Title", null)).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                assertThat(retry.atLeast()).isEqualTo(Duration.ofSeconds(90));
                assertThat(retry.detail()).contains("429");
            });
            through = null;
        }
    }

    @Test
    void a_post_can_be_scheduled_and_names_its_original_and_its_language() throws Exception {
        delay = Duration.ofHours(2);
        Outcome.Delivered first = delivered(deliver("Later", null));
        assertThat(ours().get(0).path("status").asString()).isEqualTo("future");
        assertThat(LocalDateTime.parse(ours().get(0).path("date_gmt").asString()))
                .isBetween(
                        LocalDateTime.now(ZoneOffset.UTC).plusSeconds(7000),
                        LocalDateTime.now(ZoneOffset.UTC).plusSeconds(7300));
        delivered(deliver("Later, and better", first));
        assertThat(ours().get(0).path("status").asString()).isEqualTo("future");
        change(Map.of("status", "publish", "date_gmt", "2026-01-02T03:04:05"));
        delivered(deliver("Best", null));
        assertThat(ours().get(0).path("date_gmt").asString()).isEqualTo("2026-01-02T03:04:05");
        assertThat(server().visit("/?p=" + ours().get(0).path("id").asString()))
                .contains(
                        "<link rel=\"canonical\" href=\"https://example.org/lead\"",
                        "lang=\"zh-Hant\"",
                        "Ann Author, Outlet of blog");
    }

    @Test
    void an_editors_image_stays() throws Exception {
        Outcome.Delivered first = delivered(deliver("First title", null));
        String image = server().upload();
        try {
            change(Map.of("featured_media", image));
            delivered(deliver("Better title", first));
            assertThat(ours().get(0).path("featured_media").asString()).isEqualTo(image);
            assertThat(all("/wp/v2/media", Map.of())).hasSize(1);
        } finally {
            server().call("DELETE", "/wp/v2/media/" + image, Map.of("force", "true"));
        }
    }

    private static CmsChannels.Request request(String url, String password) {
        return new CmsChannels.Request("wordpress", null, url, WordPressServer.USER, password, null, null, null);
    }

    private static List<JsonNode> ours() {
        try {
            return all("/wp/v2/posts", Map.of("status", "any", "context", "edit")).stream()
                    .filter(post -> !post.path("slug").asString().equals("hello-world"))
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void change(Map<String, String> form) {
        try {
            server().call("POST", "/wp/v2/posts/" + ours().get(0).path("id").asString(), form);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> all(String route, Map<String, String> parameters) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(parameters);
        all.put("per_page", "100");
        List<JsonNode> found = new java.util.ArrayList<>();
        JSON.readTree(server().call("GET", route, all)).forEach(found::add);
        return found;
    }

    private static WordPressServer server() {
        if (wordPress == null) {
            throw new IllegalStateException("WordPress is not started");
        }
        return wordPress;
    }
}
