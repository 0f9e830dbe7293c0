package parallax.publish.cms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import parallax.publish.story.Label;
import parallax.publish.story.Language;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;
import parallax.publish.story.Urn;

/** A story's lead as a post for Hugo or Eleventy: YAML front matter and Markdown. */
final class Post {

    private static final DumpSettings YAML = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setUseUnicodeEncoding(true)
            .setWidth(Integer.MAX_VALUE) // a folded title is legal, but no editor likes to find it
            .build();

    private Post() {}

    static String of(OutsideStory story) {
        String yaml = new Dump(YAML).dumpToString(frontMatter(story, Seal.BLANK));
        return Seal.apply("---\n" + yaml + "---\n\n" + Inert.of(body(story)));
    }

    private static Map<String, Object> frontMatter(OutsideStory story, String seal) {
        OutsideArticle lead = story.lead();
        Map<String, Object> yaml = new LinkedHashMap<>();
        Instant date = lead.publishedAt() == null ? story.foundedAt() : lead.publishedAt();
        yaml.put("title", lead.title());
        yaml.put("date", date.toString());
        yaml.put("lastmod", story.changedAt().toString());
        put(yaml, "canonicalURL", lead.url()); // Hugo themes
        put(yaml, "canonical", lead.url()); // Eleventy starters
        put(yaml, "author", lead.author());
        yaml.put("outlet", lead.outletOrSource());
        yaml.put("language", lead.language());
        yaml.put("tags", labels(lead.entities()));
        yaml.put("categories", labels(lead.topics()));
        yaml.put("labels", Label.words(lead.labels()));
        Map<String, Object> parallax = new LinkedHashMap<>();
        parallax.put("id", Urn.story(story.id()));
        parallax.put("version", story.version());
        parallax.put("seal", seal);
        yaml.put("parallax", parallax);
        yaml.put("draft", false);
        yaml.put("templateEngineOverride", "md"); // Eleventy: no Liquid in this file
        return yaml;
    }

    /** Its text with labels, attribution and who else covered it, as Markdown. */
    static String body(OutsideStory story) {
        OutsideArticle lead = story.lead();
        StringBuilder body = new StringBuilder();
        Label.words(lead.labels())
                .forEach(label ->
                        body.append("> **").append(SafeMarkdown.text(label)).append("**\n\n"));
        if (lead.body() != null) {
            body.append(SafeMarkdown.of(lead.body())).append("\n\n");
        } else if (lead.excerpt() != null) {
            body.append(SafeMarkdown.text(lead.excerpt())).append("\n\n");
        }
        body.append("---\n\n").append(attribution(lead)).append('\n');
        if (!story.others().isEmpty()) {
            body.append("\n**Also covered by**\n\n");
            story.others()
                    .forEach(other -> body.append("- ").append(mention(other)).append('\n'));
        }
        return body.toString();
    }

    private static String attribution(OutsideArticle lead) {
        String by = lead.author() == null || lead.author().equals(lead.outlet())
                ? lead.outletOrSource()
                : lead.author() + ", " + lead.outletOrSource();
        return SafeMarkdown.text(by) + (lead.url() == null ? "" : " · " + link("Original", lead.url()));
    }

    private static String mention(OutsideArticle other) {
        String title = other.url() == null ? SafeMarkdown.text(other.title()) : link(other.title(), other.url());
        return title + " – " + SafeMarkdown.text(other.outletOrSource()) + " ("
                + SafeMarkdown.text(Language.words(other.language())) + ")";
    }

    private static String link(String text, String url) {
        return SafeMarkdown.of(
                "[" + SafeMarkdown.text(text) + "](<" + url.replaceAll("[<>\\s\\\\]", "") + ">)"); // purged of scripts
    }

    private static List<String> labels(List<OutsideArticle.Term> terms) {
        return terms.stream().map(OutsideArticle.Term::label).distinct().collect(Collectors.toList());
    }

    private static void put(Map<String, Object> yaml, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            yaml.put(key, value);
        }
    }
}
