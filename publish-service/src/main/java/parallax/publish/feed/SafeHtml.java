package parallax.publish.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import parallax.publish.story.Address;

/** Markdown, with whatever HTML strangers put into it, as HTML that is safe in any reader. */
final class SafeHtml {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(TABLES).build();

    private static final Pattern WIDE = Pattern.compile("&#xff([0-5][0-9a-f]);");

    /** What some programs would take for markup, once they make full-width signs narrow. */
    private static final String MARKUP = "＂＆＇＜＞＝｀";

    private SafeHtml() {}

    /**
     * As HTML.
     *
     * @param base where the text stood: what its relative links refer to; without it they lose their target
     */
    static String of(String markdown, @Nullable String base) {
        try {
            return plain(policy(base).sanitize(RENDERER.render(PARSER.parse(markdown))));
        } catch (StackOverflowError e) {
            // Nested without end, and so without meaning: one such text may not take the whole feed along.
            return "<p>This text cannot be shown here; the original can be read at its source.</p>";
        }
    }

    /** Full-width signs as they are: the sanitiser writes each comma of a Chinese text as a number. */
    private static String plain(String html) {
        return WIDE.matcher(html).replaceAll(wide -> {
            char sign = (char) (0xFF00 + Integer.parseInt(wide.group(1), 16));
            return MARKUP.indexOf(sign) >= 0 ? wide.group() : Character.toString(sign);
        });
    }

    private static PolicyFactory policy(@Nullable String base) {
        return new HtmlPolicyBuilder()
                .allowElements(
                        "p",
                        "div",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "ul",
                        "ol",
                        "li",
                        "blockquote",
                        "pre",
                        "code",
                        "br",
                        "hr",
                        "b",
                        "i",
                        "em",
                        "strong",
                        "s",
                        "del",
                        "ins",
                        "u",
                        "sub",
                        "sup",
                        "small",
                        "cite",
                        "q",
                        "abbr",
                        "kbd",
                        "samp",
                        "figure",
                        "figcaption",
                        "table",
                        "caption",
                        "thead",
                        "tbody",
                        "tfoot",
                        "tr",
                        "th",
                        "td",
                        "a",
                        "img")
                .allowAttributes("href")
                .matching((element, attribute, value) -> absolute(value, base))
                .onElements("a")
                .allowAttributes("src")
                .matching((element, attribute, value) -> absolute(value, base))
                .onElements("img")
                .allowAttributes("alt", "title")
                .globally()
                .allowAttributes("align")
                .matching(true, "left", "right", "center")
                .onElements("th", "td")
                .allowAttributes("start")
                .matching(Pattern.compile("[0-9]{1,9}"))
                .onElements("ol")
                .allowUrlProtocols("http", "https")
                .requireRelNofollowOnLinks()
                .toFactory();
    }

    static @Nullable String absolute(String url, @Nullable String base) {
        try {
            URI uri = new URI(url.strip());
            URI whole = uri.isAbsolute() || base == null ? uri : Address.resolve(base, uri);
            boolean web = "http".equalsIgnoreCase(whole.getScheme()) || "https".equalsIgnoreCase(whole.getScheme());
            return web && whole.getHost() != null ? whole.toASCIIString() : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
