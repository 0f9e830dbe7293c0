package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import parallax.events.ArticleEnriched;
import parallax.publish.PublishSettings;
import parallax.publish.Samples;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.StoredChannel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Ghost. */
@Tag("ghost")
class GhostChannelIT extends HttpCmsContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CmsSite SITE = new CmsSite(
            Egress.open(
                    List.of("127.0.0.0/8"),
                    new EgressSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 10, 10, "Parallax/1")),
            JSON,
            new PublishSettings.Cms(Duration.ofSeconds(20), 8),
            true,
            Clock.systemUTC());
    private static final GhostChannel CHANNEL = new GhostChannel(SITE);
    private static final GhostKind KIND = new GhostKind(SITE);

    private static @Nullable GhostServer ghost;

    private @Nullable String through;
    private @Nullable Duration delay;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        ghost = new GhostServer();
    }

    @AfterAll
    static void stop() {
        server().close();
    }

    @AfterEach
    void empty() throws Exception {
        for (JsonNode post : ours()) {
            server().owner("DELETE", "posts/" + post.path("id").asString() + "/", null);
        }
    }

    @Override
    Channel channel() {
        return CHANNEL;
    }

    @Override
    StoredChannel stored() {
        GhostConfig config =
                new GhostConfig(through == null ? server().url() : through, server().key(), "publish", delay);
        return new StoredChannel(
                "cms_gh", GhostChannel.KIND, "gh", JSON.writeValueAsString(config), true, null, Samples.TIME);
    }

    @Override
    Optional<String> post() {
        return ours().stream()
                .findFirst()
                .map(post ->
                        post.path("title").asString() + "\n" + post.path("html").asString());
    }

    @Override
    void edit(String text) {
        change(Map.of("lexical", JSON.writeValueAsString(Lexical.of(PostHtml.parse(text), null))));
    }

    @Override
    void retitle(String title) {
        change(Map.of("title", title));
    }

    /** What a visitor can find: Ghost keeps what is taken down as a draft. */
    @Override
    int posts() {
        return (int) ours().stream()
                .filter(post -> post.path("status").asString().equals("published"))
                .count();
    }

    @Override
    void through(@Nullable String url) {
        through = url;
    }

    @Override
    String url() {
        return server().url();
    }

    @Override
    Map<String, Integer> things() {
        try {
            return Map.of(
                    "posts",
                    ours().size(),
                    "tags",
                    server().get("tags/?limit=100").path("tags").size(),
                    "media",
                    server().images());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_visitor_sees_the_text_with_its_original_and_its_outlet() throws Exception {
        ArticleEnriched lead = Samples.article(
                "lead",
                "Text & <b>",
                "# Head\n\nA **bold** [link](/rel) and `code`.\n\n- one\n  - two\n- three\n\n> said\n\n```java\nint a;\n```\n\n"
                        + "| a | b |\n|---|---|\n| 1 | 2 |\n\n![alt](https://example.org/i.png)\n\n<script>alert(1)</script>");
        delivered(deliver(lead, null));
        String page = server().visit("/parallax-story-1/").body();
        assertThat(page)
                .contains(
                        "<h1 id=\"head\">Head</h1>",
                        "A <strong>bold</strong> <a href=\"https://example.org/rel?ref=127.0.0.1\">link</a> and <code>code</code>.",
                        "<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>",
                        "<blockquote>said</blockquote>",
                        "<pre><code class=\"language-java\">int a;</code></pre>",
                        "<td>2</td>",
                        "src=\"https://example.org/i.png\"",
                        "<link rel=\"canonical\" href=\"https://example.org/lead\"",
                        "Text &amp; &lt;b&gt;",
                        "Ann Author, Outlet of blog",
                        "Original")
                .doesNotContain("<script>alert");
        assertThat(ours().get(0).path("tags").valueStream().map(tag -> tag.path("name")
                        .asString()))
                .containsExactly("Artificial intelligence", "Elon Musk", "#zh-Hant");
    }

    @Test
    void an_editors_tags_image_date_and_canonical_link_stay() throws Exception {
        Outcome.Delivered first = delivered(deliver("First title", null));
        String authors = ours().get(0).path("authors").path(0).path("id").asString();
        change(Map.of(
                "tags",
                List.of(Map.of("name", "Mine"), Map.of("name", "#zh-Hant")), // he takes two of ours off
                "feature_image",
                "https://example.org/own.png",
                "canonical_url",
                "https://example.org/own",
                "slug",
                "a-slug-of-my-own",
                "published_at",
                "2026-01-02T03:04:05.000Z",
                "codeinjection_foot",
                ours().get(0).path("codeinjection_foot").asString() + "<script>own()</script>"));
        delivered(deliver("Better title", first));
        JsonNode post = ours().get(0);
        assertThat(post.path("title").asString()).isEqualTo("Better title");
        assertThat(post.path("tags").valueStream().map(tag -> tag.path("name").asString()))
                .containsExactly("Mine", "#zh-Hant");
        assertThat(post.path("feature_image").asString()).isEqualTo("https://example.org/own.png");
        assertThat(post.path("canonical_url").asString()).isEqualTo("https://example.org/own");
        assertThat(post.path("slug").asString()).isEqualTo("a-slug-of-my-own");
        assertThat(post.path("published_at").asString()).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(post.path("codeinjection_foot").asString()).contains("own()");
        assertThat(post.path("authors").path(0).path("id").asString()).isEqualTo(authors);
        delivered(deliver("Best title", null)); // without memory, under another slug
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void what_is_taken_down_can_be_put_up_again_and_a_draft_stays_one() throws Exception {
        Outcome.Delivered first = delivered(deliver("First title", null));
        delivered(remove(first));
        assertThat(server().visit("/parallax-story-1/").statusCode()).isEqualTo(404);
        Outcome.Delivered again = delivered(deliver("Second title", null));
        assertThat(ours()).hasSize(1);
        assertThat(server().visit("/parallax-story-1/").body()).contains("Second title");
        change(Map.of("status", "draft")); // the editor takes it down
        delivered(deliver("Third title", again));
        assertThat(ours().get(0).path("status").asString()).isEqualTo("draft");
    }

    @Test
    void a_post_can_be_scheduled() {
        delay = Duration.ofHours(2);
        delivered(deliver("Later", null));
        JsonNode post = ours().get(0);
        assertThat(post.path("status").asString()).isEqualTo("scheduled");
        assertThat(Instant.parse(post.path("published_at").asString()))
                .isBetween(Instant.now().plusSeconds(7000), Instant.now().plusSeconds(7300));
        delivered(deliver("Later, and better", null));
        assertThat(ours().get(0).path("status").asString()).isEqualTo("scheduled");
        assertThat(ours()).hasSize(1);
    }

    @Test
    void who_registers_is_told_what_is_wrong() {
        assertThat(KIND.admit(request(server().url() + "/ghost/", server().key())))
                .contains("\"status\":\"publish\"", "\"url\":\"" + server().url() + "\"");
        String id = server().key().substring(0, 25);
        assertThatThrownBy(() -> KIND.admit(request(server().url(), id + "0".repeat(64))))
                .hasMessageContaining("secret of the Admin API key is wrong");
        assertThatThrownBy(() -> KIND.admit(request(server().url(), "0".repeat(24) + ":" + "0".repeat(64))))
                .hasMessageContaining("no such Admin API key");
        assertThatThrownBy(() -> KIND.admit(request(server().url(), server().contentKey())))
                .hasMessageContaining("Content API key cannot write");
        assertThatThrownBy(() -> KIND.admit(request(server().url() + "/elsewhere", server().key())))
                .hasMessageContaining("no Ghost answers at");
        assertThatThrownBy(() -> KIND.admit(request(server().url(), server().staffKey("Contributor"))))
                .hasMessageContaining("may not do what is needed there (Contributor)");
        assertThat(KIND.admit(request(server().url(), server().staffKey("Editor"))))
                .contains("publish");
        assertThatThrownBy(() -> KIND.admit(request("http://10.0.0.1/", server().key())))
                .hasMessageContaining("internal network");
    }

    private static CmsChannels.Request request(String url, String key) {
        return new CmsChannels.Request("ghost", null, url, null, null, key, null, null);
    }

    private static List<JsonNode> ours() {
        try {
            List<JsonNode> found = new ArrayList<>();
            server().posts("codeinjection_foot:~'parallax id='").forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Map<String, Object> fields) {
        JsonNode post = ours().get(0);
        Map<String, Object> body = new java.util.HashMap<>(fields);
        body.put("updated_at", post.path("updated_at").asString());
        try {
            server().owner(
                            "PUT",
                            "posts/" + post.path("id").asString() + "/",
                            JSON.writeValueAsString(Map.of("posts", List.of(body))));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GhostServer server() {
        if (ghost == null) {
            throw new IllegalStateException("Ghost is not started");
        }
        return ghost;
    }
}
