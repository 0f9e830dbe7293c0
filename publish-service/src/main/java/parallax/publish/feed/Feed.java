package parallax.publish.feed;

import java.time.Instant;
import java.util.List;

/**
 * A feed, whatever its format.
 *
 * @param id for ever
 * @param self where this very feed is read
 * @param home the page that it belongs to
 * @param updated of the newest item
 */
record Feed(String id, String title, String description, String self, String home, Instant updated, List<Item> items) {}
