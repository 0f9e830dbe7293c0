package parallax.publish.feed;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The formats that a feed is served in. */
enum FeedFormat {
    /** RSS 2.0. */
    RSS("application/rss+xml", "<item>", "", "</item>", "", feed -> RssFeed.write(feed), FeedXml::escaped),
    /** Atom, RFC 4287. */
    ATOM("application/atom+xml", "<entry", "", "</entry>", "", feed -> AtomFeed.write(feed), FeedXml::escaped),
    /** JSON Feed 1.1. */
    JSON(
            "application/feed+json",
            "\"items\":[",
            "\"items\":[",
            "]",
            ",",
            feed -> JsonFeed.write(feed),
            (text, quoted) -> JsonFeed.escaped(text));

    private final String mediaType;
    private final String open;
    private final String before;
    private final String close;
    private final String separator;

    @SuppressWarnings("ImmutableEnumChecker") // the writers hold no state
    private final Function<Feed, String> writer;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<String, Boolean, String> escape;

    FeedFormat(
            String mediaType,
            String open,
            String before,
            String close,
            String separator,
            Function<Feed, String> writer,
            BiFunction<String, Boolean, String> escape) {
        this.mediaType = mediaType;
        this.open = open;
        this.before = before;
        this.close = close;
        this.separator = separator;
        this.writer = writer;
        this.escape = escape;
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

    String write(Feed feed) {
        return writer.apply(feed);
    }

    /** Where the item begins in a document that has one: nothing before it can hold the same characters unescaped. */
    int start(String one) {
        return one.indexOf(open) + before.length();
    }

    /** Where it ends. */
    int end(String one) {
        int last = one.lastIndexOf(close);
        return before.isEmpty() ? last + close.length() : last;
    }

    /** A text as it stands in a document; {@code quoted}: between quotation marks. */
    String escaped(String text, boolean quoted) {
        return escape.apply(text, quoted);
    }

    /** Stands between two items. */
    String separator() {
        return separator;
    }
}
