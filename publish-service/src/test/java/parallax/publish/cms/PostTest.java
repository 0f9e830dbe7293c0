package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.Samples;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;

class PostTest {

    @Test
    void front_matter_is_yaml_whatever_the_title() {
        String title = "---\n\"馬斯克\": {{ .Site }} \u2028 # no ' comment: [a, b] 🤖";
        Map<?, ?> yaml = frontMatter(post(title, "text"));
        assertThat(yaml.get("title")).isEqualTo(title);
        assertThat(yaml.get("date")).isEqualTo("2026-02-06T04:00:00Z");
        assertThat(yaml.get("canonicalURL")).isEqualTo("https://example.org/lead");
        assertThat(yaml.get("draft")).isEqualTo(false);
        assertThat(yaml.get("author")).isEqualTo("Ann Author");
        assertThat(yaml.get("tags")).isEqualTo(List.of("Elon Musk"));
        assertThat(((Map<?, ?>) yaml.get("parallax")).get("id")).isEqualTo("urn:parallax:story:s");
        assertThat(yaml.get("labels")).isEqualTo(List.of("Machine-made summary"));
    }

    @Test
    void nothing_in_the_body_runs_on_the_site() {
        String body = body(post(
                "T",
                "{{< evil >}} {{% evil %}} {% include x %} {# c #}\n\n`{{ code }}`\n\n<script>alert(1)</script>\n\n"
                        + "a <img src=x onerror=alert(1)> b [x](javascript:alert(1))\n\n| a |\n|---|\n| b |"));
        assertThat(body)
                .doesNotContain("{{<", "{{%", "{%", "{#", "<script", "<img", "javascript:")
                .contains("Machine-made summary", "|b|", "[Original](https://example.org/lead)", "Ann Author");
    }

    @Test
    void code_is_shown_as_it_was_written() {
        assertThat(body(post("T", "`{{ x }}` {{ y }}\n\n```\n{% z %} {{< short >}}\n```\n")))
                .contains("`{{ x }}` &#123;{ y }}", "{% z %} {\u200b{< short >}}");
    }

    @Test
    void a_seal_breaks_with_any_change() {
        String post = post("T", "text");
        assertThat(Seal.intact(post)).isTrue();
        assertThat(Seal.intact(post.replace("text", "test"))).isFalse();
        assertThat(Seal.intact("no seal")).isFalse();
    }

    private static String post(String title, String text) {
        ArticleEnriched lead = Samples.article(
                "lead", "r", "s", title, text, false, "summary", List.of("machine-summary"), Rights.FULL, Samples.TIME);
        return Post.of(OutsideStory.of(Samples.story("s", 1, lead), List.of(lead), EditorsWord.NONE)
                .orElseThrow());
    }

    private static Map<?, ?> frontMatter(String post) {
        String yaml = post.substring(4, post.indexOf("\n---\n", 4) + 1);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static String body(String post) {
        return post.substring(post.indexOf("\n---\n", 4) + 5);
    }
}
