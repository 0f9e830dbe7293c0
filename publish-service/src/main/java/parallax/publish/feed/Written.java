package parallax.publish.feed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An item, and how each format writes it: that takes time, so it is done once, when somebody first asks for it. */
final class Written {

    private final Item item;
    private final Map<FeedFormat, byte[]> forms = new ConcurrentHashMap<>();

    Written(Item item) {
        this.item = item;
    }

    Item item() {
        return item;
    }

    /** As it stands in {@code feed}, whatever else stands there. */
    byte[] in(Feed feed, FeedFormat format) {
        return forms.computeIfAbsent(format, missing -> {
            String one = missing.write(feed.with(List.of(item)));
            return one.substring(missing.start(one), missing.end(one)).getBytes(StandardCharsets.UTF_8);
        });
    }

    /** Bytes that it takes in memory once each format has been asked for, roughly. */
    int weight() {
        return 5 * item.html().length() + 3000;
    }
}
