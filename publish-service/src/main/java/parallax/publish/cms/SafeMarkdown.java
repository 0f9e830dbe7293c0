package parallax.publish.cms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** Strangers' Markdown as Markdown that anybody can be given: without HTML and scripts in links. */
final class SafeMarkdown {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final MarkdownRenderer RENDERER =
            MarkdownRenderer.builder().extensions(TABLES).build();

    private SafeMarkdown() {}

    static String of(String markdown) {
        try {
            Node document = PARSER.parse(markdown);
            document.accept(new Purge());
            return RENDERER.render(document).strip();
        } catch (StackOverflowError e) { // nested without end, and so without meaning
            return "This text cannot be shown here; the original can be read at its source.";
        }
    }

    /** A plain text as Markdown that shows it to the letter, on one line. */
    static String text(String plain) {
        return plain.replaceAll("[\\r\\n\\t]+", " ").replaceAll("([\\\\`*_\\[\\]<>#!|~&])", "\\\\$1");
    }

    private static boolean safe(String destination) {
        try {
            String scheme = new URI(destination).getScheme();
            return scheme == null || List.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static final class Purge extends AbstractVisitor {

        @Override
        public void visit(HtmlBlock html) {
            html.unlink();
        }

        @Override
        public void visit(HtmlInline html) {
            html.unlink();
        }

        @Override
        public void visit(Link link) {
            if (!safe(link.getDestination())) {
                link.setDestination("");
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            if (!safe(image.getDestination())) {
                image.setDestination("");
            }
            visitChildren(image);
        }
    }
}
