package parallax.ingest.check;

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
    private int blocks;

    BlockWatch(int limit) {
        this.limit = limit;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
        if (++blocks > MAX_BLOCKS) {
            throw new LimitException("up to here the document has more than " + MAX_BLOCKS
                    + " blocks besides lines that nest or indent very deep. Split it into several documents.");
        }
        int depth = 0;
        for (Node node = matched.getMatchedBlockParser().getBlock(); node != null; node = node.getParent()) {
            depth += node instanceof BlockQuote || node instanceof ListItem ? 1 : 0;
        }
        if (depth > limit) {
            throw new LimitException("quotes and lists nest deeper than " + limit + " levels. Flatten them.");
        }
        return BlockStart.none();
    }

    /** Ends the parse. */
    static final class LimitException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LimitException(String message) {
            super(message, null, false, false);
        }
    }
}
