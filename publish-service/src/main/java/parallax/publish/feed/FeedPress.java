package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Puts documents together from items that were written before: feeds that are narrowed in many ways have most of their items in
 * common, and writing one is what takes the time. Each format writes a document of one item; what stands around that is the frame.
 */
@Component
class FeedPress {

    /** Of feeds that changed at one time there are a few. */
    private static final int FRAMES = 200;

    /** What a frame is drawn around. */
    private static final Item BLANK = new Item(
            "",
            "",
            "",
            null,
            null,
            "",
            null,
            "",
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH);

    private final Cache<Shape, FeedFrame> frames =
            Caffeine.newBuilder().maximumSize(FRAMES).build();

    private record Shape(FeedFormat format, Object feed) {}

    /** The document of {@code items}, for which {@code feed} says all else. */
    Printed print(Feed feed, List<Written> items, FeedFormat format) {
        if (items.isEmpty()) {
            return Printed.of(List.of(bytes(format.write(feed))));
        }
        FeedFrame frame = Objects.requireNonNull(
                frames.get(new Shape(format, FeedFrame.shape(feed)), missing -> FeedFrame.draw(feed, BLANK, format)));
        byte[] separator = bytes(format.separator());
        List<byte[]> pieces = new ArrayList<>(items.size() * 2 + 1);
        pieces.add(bytes(frame.before(feed)));
        for (Written item : items) {
            if (separator.length > 0 && pieces.size() > 1) {
                pieces.add(separator);
            }
            pieces.add(item.in(feed, format));
        }
        pieces.add(bytes(frame.after(feed)));
        return Printed.of(pieces);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
