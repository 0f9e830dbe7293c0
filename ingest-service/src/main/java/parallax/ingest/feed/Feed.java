package parallax.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it is meant.
 *
 * @param format {@code rss}, {@code rdf}, {@code atom}, {@code json}, {@code sitemap} or {@code sitemap-index}
 * @param hub of WebSub, absolute
 * @param self what the feed calls its own address, absolute
 * @param ttl how long the feed says it stays as it is
 * @param items each with a key of its own
 * @param more sitemaps that a sitemap index names, the newest first
 * @param warnings what is wrong with it and how it was taken
 */
public record Feed(
        String format,
        @Nullable String title,
        @Nullable String hub,
        @Nullable String self,
        @Nullable Duration ttl,
        List<FeedItem> items,
        List<String> more,
        List<Warning> warnings) {}
