package parallax.publish.feed;

import java.util.Locale;

/** What an item of a feed is. */
enum FeedKind {
    /** One item a story. */
    STORIES("Each interview once"),
    /** One item an article. */
    ARTICLES("Every article");

    private final String description;

    FeedKind(String description) {
        this.description = description;
    }

    static FeedKind of(String path) {
        return valueOf(path.toUpperCase(Locale.ROOT));
    }

    String description() {
        return description;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}
