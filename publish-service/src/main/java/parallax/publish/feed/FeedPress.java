package parallax.publish.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

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

    /** By the very item, which lives as long as the shelf remembers it. */
    private final Map<FeedFormat, Cache<Item, byte[]>> written = new EnumMap<>(FeedFormat.class);

    private final Cache<Shape, FeedFrame> frames =
            Caffeine.newBuilder().maximumSize(FRAMES).build();

    private record Shape(FeedFormat format, Object feed) {}

    @Autowired
    FeedPress(PublishSettings settings) {
        this(settings.feed().cache().toBytes());
    }

    FeedPress(long most) {
        for (FeedFormat format : FeedFormat.values()) {
            written.put(
                    format,
                    Caffeine.newBuilder()
                            .weakKeys()
                            .maximumWeight(most / FeedFormat.values().length)
                            .weigher((Item item, byte[] bytes) -> bytes.length)
                            .build());
        }
    }

    /** The document. */
    Printed print(Feed feed, FeedFormat format) {
        if (feed.items().isEmpty()) {
            return Printed.of(List.of(bytes(format.write(feed))));
        }
        String frame = Objects.requireNonNull(frames.get(
                        new Shape(format, FeedFrame.shape(feed)), missing -> FeedFrame.draw(feed, BLANK, format)))
                .filledFor(feed);
        List<byte[]> pieces = new ArrayList<>(feed.items().size() * 2 + 1);
        pieces.add(bytes(frame.substring(0, format.start(frame))));
        byte[] separator = bytes(format.separator());
        for (Item item : feed.items()) {
            if (separator.length > 0 && pieces.size() > 1) {
                pieces.add(separator);
            }
            pieces.add(piece(feed, item, format));
        }
        pieces.add(bytes(frame.substring(format.end(frame))));
        return Printed.of(pieces);
    }

    private byte[] piece(Feed feed, Item item, FeedFormat format) {
        return Objects.requireNonNull(written.get(format)).get(item, missing -> {
            String one = format.write(feed.with(List.of(missing)));
            return bytes(one.substring(format.start(one), format.end(one)));
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
