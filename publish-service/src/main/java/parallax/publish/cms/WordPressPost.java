package parallax.publish.cms;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import parallax.publish.story.Label;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;

/**
 * A story's lead as a post for WordPress.
 *
 * @param content HTML without a script, an unknown element or a relative link
 */
record WordPressPost(String title, String excerpt, String content, List<String> tags, List<String> categories) {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    /** Of a story, with at most {@code most} tags and categories each. */
    static WordPressPost of(OutsideStory story, int most) {
        OutsideArticle lead = story.lead();
        String html = html(Post.body(story), lead.url()).strip();
        String language = lead.language().equals("und") ? "" : " lang=\"" + escape(lead.language()) + "\"";
        String labels = String.join(", ", Label.words(lead.labels()));
        String excerpt = lead.excerpt() == null ? "" : lead.excerpt();
        return new WordPressPost(
                escape(lead.title()),
                escape(labels.isEmpty() ? excerpt : "[" + labels + "] " + excerpt)
                        .strip(),
                "<div" + language + ">\n" + html + "\n</div>",
                labels(lead.entities().stream(), most),
                labels(lead.topics().stream(), most));
    }

    private static String html(String markdown, @Nullable String base) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.computeIfPresent("href", (name, url) -> absolute(url, base));
                    attributes.computeIfPresent("src", (name, url) -> absolute(url, base));
                })
                .build()
                .render(PARSER.parse(markdown));
    }

    private static @Nullable String absolute(String url, @Nullable String base) {
        try {
            URI uri = URI.create(url);
            return uri.isAbsolute() || base == null
                    ? url
                    : URI.create(base).resolve(uri).toString();
        } catch (IllegalArgumentException e) {
            return null; // the attribute is left out
        }
    }

    private static List<String> labels(Stream<OutsideArticle.Term> terms, int most) {
        return terms.map(OutsideArticle.Term::label)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .distinct()
                .limit(most)
                .toList();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
