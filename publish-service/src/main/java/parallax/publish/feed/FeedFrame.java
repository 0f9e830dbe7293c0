package parallax.publish.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A document without its items: written by its format once, with a sign in the place of each text that differs from feed to feed;
 * then filled in for each feed.
 */
final class FeedFrame {

    /** Private characters, one for each text. */
    private static final char FIRST_SIGN = '\uE000';

    private static final List<Function<Feed, @Nullable String>> TEXTS = List.of(
            Feed::id,
            Feed::title,
            Feed::description,
            Feed::self,
            feed -> feed.links().next(),
            feed -> feed.links().first(),
            feed -> feed.links().previousArchive(),
            feed -> feed.links().nextArchive(),
            feed -> feed.links().current());

    private final FeedFormat format;
    private final List<Part> before;
    private final List<Part> after;

    /** What stands before a text, and whose text it is; -1 behind the last. */
    private record Part(String before, int text, boolean quoted) {}

    private FeedFrame(FeedFormat format, String drawn) {
        this.format = format;
        this.before = parts(drawn.substring(0, format.start(drawn)));
        this.after = parts(drawn.substring(format.end(drawn)));
    }

    private static List<Part> parts(String drawn) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < drawn.length(); at++) {
            int text = drawn.charAt(at) - FIRST_SIGN;
            if (text >= 0 && text < TEXTS.size()) {
                parts.add(new Part(drawn.substring(from, at), text, at > 0 && drawn.charAt(at - 1) == '"'));
                from = at + 1;
            }
        }
        parts.add(new Part(drawn.substring(from), -1, false));
        return parts;
    }

    /** Two feeds of one shape have the same frame, but for texts. */
    static Object shape(Feed feed) {
        return List.of(
                feed.home(),
                feed.hub(),
                feed.updated(),
                TEXTS.stream().map(text -> text.apply(feed) != null).toList());
    }

    /** The frame of all feeds of this one's shape, drawn around one item. */
    static FeedFrame draw(Feed feed, Item around, FeedFormat format) {
        Feed.Links links = feed.links();
        return new FeedFrame(
                format,
                format.write(new Feed(
                        sign(0),
                        sign(1),
                        sign(2),
                        sign(3),
                        feed.home(),
                        feed.hub(),
                        feed.updated(),
                        new Feed.Links(
                                links.next() == null ? null : sign(4),
                                links.first() == null ? null : sign(5),
                                links.previousArchive() == null ? null : sign(6),
                                links.nextArchive() == null ? null : sign(7),
                                links.current() == null ? null : sign(8)),
                        List.of(around))));
    }

    /** What stands before the items of {@code feed}. */
    String before(Feed feed) {
        return filled(before, feed);
    }

    /** What stands after them. */
    String after(Feed feed) {
        return filled(after, feed);
    }

    private String filled(List<Part> parts, Feed feed) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            all.append(part.before());
            if (part.text() >= 0) {
                all.append(format.escaped(String.valueOf(TEXTS.get(part.text()).apply(feed)), part.quoted()));
            }
        }
        return all.toString();
    }

    private static String sign(int text) {
        return Character.toString((char) (FIRST_SIGN + text));
    }
}
