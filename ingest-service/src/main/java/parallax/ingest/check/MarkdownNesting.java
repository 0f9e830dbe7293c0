package parallax.ingest.check;

import java.util.Map;
import org.commonmark.parser.Parser;
import parallax.ingest.refusal.Unprocessable;

/**
 * Bounds how deep quotes and lists of a Markdown document nest.
 *
 * <p>A level costs at least one column at the beginning of a line. So a document in which no line begins with more than the
 * limit of blanks and markers is fine without being parsed, which is nearly every one.
 */
final class MarkdownNesting {

    private static final int TAB = 4;

    private final int limit;

    MarkdownNesting(int limit) {
        this.limit = limit;
    }

    void check(String content, int body) {
        if (!suspicious(content, body)) {
            return;
        }
        OneLineReader reader = new OneLineReader(content, body);
        BlockWatch watch = new BlockWatch(limit, reader::line);
        try {
            watch.finish(Parser.builder()
                    .customBlockParserFactory(watch)
                    .inlineParserFactory(context -> (lines, node) -> {}) // only blocks matter here
                    .build()
                    .parseReader(reader));
        } catch (BlockWatch.LimitException e) {
            int line = Lines.lineAt(content, body) + e.line() - 1;
            throw new Unprocessable(
                    "nesting",
                    "Nested too deep",
                    "Line " + line + ": " + e.getMessage(),
                    Map.of("line", line, "limit", limit));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private boolean suspicious(String content, int body) {
        int columns = 0;
        boolean start = true;
        for (int i = body; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '\n' || c == '\r') {
                columns = 0;
                start = true;
            } else if (start) {
                start = c == '\t' || " >-+*.)".indexOf(c) >= 0 || (c >= '0' && c <= '9');
                columns += c == '\t' ? TAB : 1;
                if (start && columns > limit) {
                    return true;
                }
            }
        }
        return false;
    }
}
