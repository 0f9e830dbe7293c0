package parallax.publish.cms;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown in which no site generator finds a tag of its own: Hugo's shortcodes, and what Liquid and Nunjucks (Eleventy) begin with
 * two characters. In text the first becomes an entity. Code knows no entities, and shows what it holds: there only shortcodes are
 * broken, by a character without width; Eleventy is told by the front matter to leave the file alone.
 */
final class Inert {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern TAG = Pattern.compile("\\{(?=[{%#])");

    private Inert() {}

    static String of(String markdown) {
        Matcher tag = TAG.matcher(markdown);
        if (!tag.find()) {
            return markdown;
        }
        BitSet code = code(markdown);
        return tag.replaceAll(found -> {
            if (!code.get(found.start())) {
                return "&#123;";
            }
            return markdown.startsWith("{<", found.end()) || markdown.startsWith("{%", found.end()) ? "{\u200b" : "{";
        });
    }

    /** Which characters stand in code. */
    private static BitSet code(String markdown) {
        BitSet code = new BitSet(markdown.length());
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Code node) {
                mark(node);
            }

            @Override
            public void visit(FencedCodeBlock node) {
                mark(node);
            }

            @Override
            public void visit(IndentedCodeBlock node) {
                mark(node);
            }

            private void mark(Node node) {
                for (SourceSpan span : node.getSourceSpans()) {
                    code.set(span.getInputIndex(), span.getInputIndex() + span.getLength());
                }
            }
        });
        return code;
    }
}
