package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.Samples;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;
import tools.jackson.databind.json.JsonMapper;

/** What a site generator must make of the folder that the Markdown channel writes: the built page is what is looked at. */
abstract class GeneratorContract {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path site;

    /** Settings and templates of a small site; where the posts go. */
    abstract Path prepare() throws IOException;

    /** Builds the site anew into {@code public}. */
    abstract void build() throws IOException, InterruptedException;

    private Path posts = Path.of("");

    @BeforeEach
    void prepareSite() throws IOException {
        posts = prepare();
    }

    /** Generators leave pages of posts that are gone where they are. */
    private void buildAnew() throws IOException, InterruptedException {
        run("rm", "-rf", "public");
        build();
    }

    @Test
    void the_page_tells_title_text_and_where_it_is_from() throws Exception {
        write("story-1", article("馬斯克: \"AI\" & <b>robots</b> {{ x }}", """
                ## Head

                A **bold** [link](https://example.org/rel), `{{ code }}` and 中文。

                | a | b |
                |---|---|
                | 1 | 2 |
                """));
        buildAnew();
        String page = page("story-1");
        assertThat(page)
                .contains(
                        "<title>馬斯克: ",
                        "AI",
                        "&lt;b&gt;robots&lt;/b&gt; {{ x }}",
                        "<link rel=\"canonical\" href=\"https://example.org/lead\">",
                        "<p class=\"author\">Ann Author, Outlet of s</p>",
                        "2026-02-06",
                        "lang=\"zh-Hant\"",
                        "<li>Elon Musk</li>",
                        "<li>Artificial intelligence</li>",
                        "<p class=\"label\">Machine-made summary</p>",
                        "<strong>Machine-made summary</strong>",
                        "<strong>bold</strong>",
                        "href=\"https://example.org/rel\"",
                        "中文。",
                        "<td>2</td>",
                        "Original</a>",
                        "<code>{{ code }}</code>");
    }

    @Test
    void nothing_that_a_stranger_wrote_runs_in_the_site() throws Exception {
        write("story-1", article("<script>alert('title')</script>", """
                <script>alert('body')</script> <img src=x onerror=alert('img')>

                [x](javascript:alert('link')) {{< script >}} `{{< script >}}` {% include "x" %} {{ site.secret }} {# c #}

                <div onclick="alert('div')">
                text
                </div>
                """));
        buildAnew();
        assertThat(page("story-1"))
                .doesNotContain("<script", "<img", "javascript:", "onclick", "onerror=alert")
                .contains("&lt;script&gt;alert(");
    }

    @Test
    void a_removal_takes_the_page_away_and_leaves_the_others() throws Exception {
        Outcome.Delivered first = write("story-1", article("One", "text"));
        write("story-2", article("Two", "text"));
        buildAnew();
        assertThat(page("story-1")).contains("One");
        assertThat(deliver("story-1", null, first)).isInstanceOf(Outcome.Delivered.class);
        buildAnew();
        assertThat(file("story-1")).doesNotExist();
        assertThat(page("story-2")).contains("Two");
        assertThat(Files.readString(site.resolve("public/posts/index.html")))
                .contains("Two")
                .doesNotContain("One");
    }

    final void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(site.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    final void file(String name, String text) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String page(String story) throws IOException {
        return Files.readString(file(story));
    }

    private Path file(String story) {
        return site.resolve("public/posts/" + story + "/index.html");
    }

    private static ArticleEnriched article(String title, String body) {
        return Samples.article(
                "lead", "r", "s", title, body, false, "summary", List.of("machine-summary"), Rights.FULL, Samples.TIME);
    }

    private Outcome.Delivered write(String story, ArticleEnriched lead) {
        OutsideStory outside = OutsideStory.of(Samples.story(story, 1, lead), List.of(lead), EditorsWord.NONE)
                .orElseThrow();
        return CmsContract.delivered(deliver(story, outside, null));
    }

    private Outcome deliver(String story, @Nullable OutsideStory outside, Outcome.@Nullable Delivered before) {
        String config = JSON.writeValueAsString(new MarkdownConfig(posts.toString()));
        return new MarkdownChannel(JSON, new CmsRoots(List.of()))
                .deliver(new Parcel(
                        "msg_1",
                        outside == null ? EventType.REMOVED : EventType.CREATED,
                        Samples.TIME,
                        new StoredChannel("c", MarkdownChannel.KIND, "blog", config, true, null, Samples.TIME),
                        story,
                        1,
                        null,
                        outside,
                        before == null ? null : before.artifact(),
                        before == null ? null : before.artifactHash()));
    }
}
