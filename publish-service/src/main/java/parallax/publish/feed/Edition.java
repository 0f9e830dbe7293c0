package parallax.publish.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed document before it is written: all that tells whether it has changed.
 *
 * @param wish what was asked for
 * @param heads its items
 * @param more older items follow
 * @param lastSequence the last place given in the whole feed
 * @param modified when anything in it last changed, or left
 */
record Edition(Wish wish, List<FeedShelf.Head> heads, boolean more, long lastSequence, Instant modified) {

    /** What a reader asked for, whatever the format. */
    record Wish(FeedKind kind, FeedFilter filter, Place place) {}

    FeedKind kind() {
        return wish.kind();
    }
}
