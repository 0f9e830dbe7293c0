package parallax.ingest.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed; what it does not say of itself it has from the feed.
 *
 * @param key tells it from every other item of this feed, the same at each reading
 * @param url absolute; null if it names none
 * @param ownUrl whether {@code url} is this item's alone, so that it may name the document
 * @param title plain text, never empty
 * @param published null if it says none that can be
 * @param language as given, a language tag more or less
 * @param html the text; null if it has none
 * @param complete whether {@code html} seems to be the whole article rather than its beginning
 * @param licence as given: an address or a sentence
 */
public record FeedItem(
        String key,
        @Nullable String url,
        boolean ownUrl,
        String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String language,
        @Nullable String html,
        boolean complete,
        List<String> tags,
        @Nullable String licence) {}
