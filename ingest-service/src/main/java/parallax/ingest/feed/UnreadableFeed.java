package parallax.ingest.feed;

import org.jspecify.annotations.Nullable;

/** What came is no feed; the message says what it seems to be instead. */
public final class UnreadableFeed extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String feed;

    UnreadableFeed(String message, @Nullable String feed) {
        super(message, null, false, false);
        this.feed = feed;
    }

    /** The address of the feed that a page which came in its stead names, absolute; null if none. */
    public @Nullable String feed() {
        return feed;
    }
}
