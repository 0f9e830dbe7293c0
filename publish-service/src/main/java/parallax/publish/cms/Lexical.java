package parallax.publish.cms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/**
 * Markdown as Ghost's editor keeps a text (Lexical). Ghost would convert HTML itself, but what comes of that nobody can tell beforehand;
 * this comes back to the letter, so that we see whether a person has changed it.
 */
final class Lexical extends AbstractVisitor {

    private final @Nullable String base;
    private final List<Map<String, Object>> blocks = new ArrayList<>();

    private Lexical(@Nullable String base) {
        this.base = base;
    }

    /** The whole of a text; {@code base} is what relative links are relative to. */
    static Map<String, Object> of(Document document, @Nullable String base) {
        Lexical lexical = new Lexical(base);
        document.accept(lexical);
        return Map.of("root", element("root", lexical.blocks));
    }

    static Map<String, Object> element(String type, List<Map<String, Object>> children) {
        Map<String, Object> element = node(type);
        element.put("children", children);
        element.put("direction", "ltr");
        element.put("format", "");
        element.put("indent", 0);
        return element;
    }

    static Map<String, Object> node(String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("type", type);
        node.put("version", 1);
        return node;
    }

    @Override
    public void visit(Paragraph paragraph) {
        LexicalInline inline = LexicalInline.of(paragraph, base);
        if (!inline.isBlank()) {
            blocks.add(element("paragraph", inline.nodes()));
        }
        blocks.addAll(inline.images());
    }

    @Override
    public void visit(Heading heading) {
        Map<String, Object> node =
                element("extended-heading", LexicalInline.of(heading, base).nodes());
        node.put("tag", "h" + heading.getLevel());
        blocks.add(node);
    }

    @Override
    public void visit(BlockQuote quote) {
        LexicalInline inline = LexicalInline.of(quote, base);
        blocks.add(element("extended-quote", inline.nodes()));
        blocks.addAll(inline.images());
    }

    @Override
    public void visit(BulletList list) {
        blocks.add(list(list, "bullet", "ul", 1));
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        blocks.add(list(list, "number", "ol", start == null ? 1 : start));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral(), code.getInfo() == null ? "" : code.getInfo().strip());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral(), "");
    }

    @Override
    public void visit(ThematicBreak line) {
        blocks.add(node("horizontalrule"));
    }

    /** Ghost's editor has no table of its own. */
    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            Map<String, Object> card = node("html");
            card.put("html", PostHtml.of(block, base).strip());
            blocks.add(card);
        }
    }

    private void code(String literal, String language) {
        Map<String, Object> card = node("codeblock");
        card.put("code", literal.stripTrailing());
        card.put("language", language);
        card.put("caption", "");
        blocks.add(card);
    }

    private Map<String, Object> list(ListBlock list, String type, String tag, int start) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Node child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListItem item) {
                items.add(item(LexicalInline.of(item, base).nodes(), items.size() + 1));
                nested(item, items);
            }
        }
        Map<String, Object> node = element("list", items);
        node.put("listType", type);
        node.put("tag", tag);
        node.put("start", start);
        return node;
    }

    /** A list within an item is an item of its own. */
    private void nested(ListItem item, List<Map<String, Object>> items) {
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock inner) {
                Lexical within = new Lexical(base);
                inner.accept(within);
                items.add(item(within.blocks, items.size() + 1));
            }
        }
    }

    private static Map<String, Object> item(List<Map<String, Object>> children, int value) {
        Map<String, Object> item = element("listitem", children);
        item.put("value", value);
        return item;
    }
}
