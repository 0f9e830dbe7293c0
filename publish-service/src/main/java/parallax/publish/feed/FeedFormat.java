package parallax.publish.feed;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;

/** The formats that a feed is served in. */
enum FeedFormat {
    /** RSS 2.0. */
    RSS("application/rss+xml", feed -> RssFeed.write(feed)),
    /** Atom, RFC 4287. */
    ATOM("application/atom+xml", feed -> AtomFeed.write(feed)),
    /** JSON Feed 1.1. */
    JSON("application/feed+json", feed -> JsonFeed.write(feed));

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // the writers hold no state
    private final Function<Feed, String> writer;

    FeedFormat(String mediaType, Function<Feed, String> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    static FeedFormat of(String suffix) {
        return valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    String mediaType() {
        return mediaType + ";charset=utf-8";
    }

    String bareType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] write(Feed feed) {
        return writer.apply(feed).getBytes(StandardCharsets.UTF_8);
    }
}
