package parallax.publish.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed, whatever its format. All text can stand in XML.
 *
 * @param id for ever, whatever happens to title, URL or lead
 * @param url of the original; null if none is known
 * @param html sanitised, with attribution and labels in it
 * @param summary plain text
 * @param author never empty: the outlet, where no author is known
 * @param published never changes
 * @param updated changes with the item
 */
record Item(
        String id,
        String title,
        @Nullable String url,
        String html,
        @Nullable String summary,
        String author,
        String language,
        List<String> categories,
        Instant published,
        Instant updated) {}
