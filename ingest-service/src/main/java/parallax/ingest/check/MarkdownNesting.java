package parallax.ingest.check;

import java.io.IOException;
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
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private boolean suspicious(String content, int body) {
        boolean returns = content.indexOf('\r', body) >= 0; // some end their lines with nothing else
        for (int line = body; line < content.length(); line = next(content, line, returns)) {
            int columns = 0;
            for (int i = line; i < content.length() && opens(content.charAt(i)); i++) {
                columns += content.charAt(i) == '\t' ? TAB : 1;
                if (columns > limit) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where the next line begins. */
    private static int next(String content, int from, boolean returns) {
        int end = content.indexOf('\n', from);
        int other = returns ? content.indexOf('\r', from) : -1;
        int first = end < 0 || (other >= 0 && other < end) ? other : end;
        return first < 0 ? content.length() : first + 1;
    }

    private static boolean opens(char c) {
        return c == ' ' || c == '\t' || (c >= '0' && c <= '9') || ">-+*.)".indexOf(c) >= 0;
    }
}
