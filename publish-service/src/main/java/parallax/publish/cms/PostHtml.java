package parallax.publish.cms;

import java.net.URI;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import parallax.publish.story.Address;

/** A post's Markdown, read and as HTML without a script, an unknown element or a relative link. */
final class PostHtml {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private PostHtml() {}

    static Document parse(String markdown) {
        return (Document) PARSER.parse(markdown);
    }

    /** {@code base} is what relative links are relative to. */
    static String of(Node node, @Nullable String base) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (element, tag, attributes) -> {
                    attributes.computeIfPresent("href", (name, url) -> absolute(url, base));
                    attributes.computeIfPresent("src", (name, url) -> absolute(url, base));
                })
                .build()
                .render(node);
    }

    /** Null if it is no address. */
    static @Nullable String absolute(String url, @Nullable String base) {
        try {
            URI uri = URI.create(url);
            return uri.isAbsolute() || base == null
                    ? url
                    : Address.resolve(base, uri).toString();
        } catch (IllegalArgumentException e) {
            return null; // the attribute is left out
        }
    }
}
