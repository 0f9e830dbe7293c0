package parallax.ingest.check;

import java.util.function.IntSupplier;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Starts no block of its own: the parser asks it before each block, and it ends the parse when that block would be one too many. */
final class BlockWatch implements BlockParserFactory {

    /** The parser keeps every block; this many take some tens of megabytes. */
    private static final int MAX_BLOCKS = 200_000;

    private final int limit;
    private final IntSupplier line;
    private int blocks;
    private int deepest;

    /** Watches for more than {@code limit} levels in the line that {@code line} tells. */
    BlockWatch(int limit, IntSupplier line) {
        this.limit = limit;
        this.line = line;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (++blocks > MAX_BLOCKS) {
            throw new LimitException(
                    "up to here the document has more than " + MAX_BLOCKS
                            + " blocks besides lines that nest or indent very deep. Split it into several documents.",
                    line.getAsInt());
        }
        int depth = 0;
        for (Node node = matched.getMatchedBlockParser().getBlock(); node != null; node = node.getParent()) {
            depth += level(node);
        }
        if (depth > limit) {
            throw tooDeep();
        }
        deepest = depth == limit ? line.getAsInt() : deepest;
        return BlockStart.none();
    }

    /** The parser does not ask before a line's words, so the last level of a line is known only when all is read. */
    void finish(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            depth += level(node);
            if (depth > limit) {
                throw tooDeep();
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node.getNext() == null) {
                depth -= level(node);
                node = node.getParent();
            }
            if (node != null) {
                depth -= level(node);
                node = node.getNext();
            }
        }
    }

    private static int level(Node node) {
        return node instanceof BlockQuote || node instanceof ListItem ? 1 : 0;
    }

    private LimitException tooDeep() {
        return new LimitException("quotes and lists nest deeper than " + limit + " levels. Flatten them.", deepest);
    }

    /** Ends the parse. */
    static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        LimitException(String message, int line) {
            super(message, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
