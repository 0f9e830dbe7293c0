package parallax.publish.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words within a block, with the images among them, which stand as blocks of their own in Ghost. */
final class LexicalInline extends AbstractVisitor {

    private static final int BOLD = 1;
    private static final int ITALIC = 2;
    private static final int CODE = 16;

    private final @Nullable String base;
    private final List<Map<String, Object>> images;
    private final List<Map<String, Object>> nodes = new ArrayList<>();
    private int format;

    private LexicalInline(@Nullable String base, List<Map<String, Object>> images, int format) {
        this.base = base;
        this.images = images;
        this.format = format;
    }

    /** Of all that stands in {@code block}; paragraphs within are set apart by line breaks, lists are left out. */
    static LexicalInline of(Node block, @Nullable String base) {
        LexicalInline inline = new LexicalInline(base, new ArrayList<>(), 0);
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(inline);
        }
        return inline;
    }

    List<Map<String, Object>> nodes() {
        return nodes;
    }

    List<Map<String, Object>> images() {
        return images;
    }

    boolean isBlank() {
        return nodes.stream()
                .allMatch(node -> node.getOrDefault("text", "x").toString().isBlank());
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!nodes.isEmpty()) {
            nodes.add(Lexical.node("linebreak"));
        }
        visitChildren(paragraph);
    }

    @Override
    protected void visitChildren(Node parent) {
        if (!(parent instanceof ListBlock)) {
            super.visitChildren(parent);
        }
    }

    @Override
    public void visit(Text text) {
        add(text.getLiteral(), format);
    }

    @Override
    public void visit(Code code) {
        add(code.getLiteral(), format | CODE);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        add(code.getLiteral().strip(), format | CODE);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        add(code.getLiteral().strip(), format | CODE);
    }

    @Override
    public void visit(Emphasis emphasis) {
        within(emphasis, ITALIC);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        within(strong, BOLD);
    }

    @Override
    public void visit(SoftLineBreak line) {
        add(" ", format);
    }

    @Override
    public void visit(HardLineBreak line) {
        nodes.add(Lexical.node("linebreak"));
    }

    @Override
    public void visit(Link link) {
        LexicalInline words = new LexicalInline(base, images, format);
        words.visitChildren(link);
        String url = PostHtml.absolute(link.getDestination(), base);
        if (url == null || url.isEmpty()) {
            nodes.addAll(words.nodes);
        } else {
            Map<String, Object> node = Lexical.element("link", words.nodes);
            node.put("url", url);
            nodes.add(node);
        }
    }

    @Override
    public void visit(Image image) {
        String url = PostHtml.absolute(image.getDestination(), base);
        if (url != null && !url.isEmpty()) {
            LexicalInline words = new LexicalInline(base, images, 0);
            words.visitChildren(image);
            StringBuilder alt = new StringBuilder();
            words.nodes.forEach(node -> alt.append(node.getOrDefault("text", "")));
            Map<String, Object> card = Lexical.node("image");
            card.put("src", url);
            card.put("alt", alt.toString());
            images.add(card);
        }
    }

    private void within(Node node, int bit) {
        int before = format;
        format |= bit;
        visitChildren(node);
        format = before;
    }

    private void add(String words, int as) {
        Map<String, Object> node = Lexical.node("extended-text");
        node.put("text", words);
        node.put("format", as);
        node.put("detail", 0);
        node.put("mode", "normal");
        node.put("style", "");
        nodes.add(node);
    }
}
