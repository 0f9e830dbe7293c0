package parallax.ingest.check;

import java.util.Iterator;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import parallax.ingest.refusal.Unprocessable;

/**
 * Bounds how deep the elements of an HTML document nest, as a browser would build them. Elements are looked at as they end and
 * emptied then, and the first that is too deep ends the parse, so that neither time nor memory are the sender's to set.
 */
final class HtmlNesting {

    /** Up to this length elements remember where they stand; of a longer text that would cost more memory than it is worth. */
    private static final int TRACKED = 1 << 20;

    /** Elements times their depth, which is what parsing costs at worst; a million elements at depth 50 are within it. */
    private static final long MAX_WORK = 50_000_000;

    private final int limit;

    HtmlNesting(int limit) {
        this.limit = limit;
    }

    void check(String content) {
        boolean tracked = content.length() <= TRACKED;
        OneLineReader reader = new OneLineReader(content, 0);
        long work = 0;
        // Above its own limit the parser ends an element at once, so the first one too deep is seen while it is the
        // last one read.
        Parser parser = Parser.htmlParser().setMaxDepth(limit + 2).setTrackPosition(tracked);
        try (StreamParser elements = new StreamParser(parser).parse(reader, "")) {
            for (Iterator<Element> ended = elements.iterator(); ended.hasNext(); ) {
                Element element = ended.next();
                int depth = depth(element);
                work += depth;
                if (depth > limit || work > MAX_WORK) {
                    int line = tracked ? element.sourceRange().start().lineNumber() : reader.line();
                    throw tooDeep(line, tracked ? "Line " : "Before line ", depth > limit);
                }
                element.empty();
            }
        }
    }

    private static int depth(Element element) {
        int depth = 0;
        for (Node node = element.parent(); node != null; node = node.parent()) {
            depth++;
        }
        return depth;
    }

    private Unprocessable tooDeep(int line, String where, boolean deep) {
        return new Unprocessable(
                "nesting",
                "Nested too deep",
                where + line + ": "
                        + (deep
                                ? "elements nest deeper than " + limit + " levels. Flatten them."
                                : "too many elements nest too deep. Flatten them, or split the document."),
                Map.of("line", line, "limit", limit));
    }
}
