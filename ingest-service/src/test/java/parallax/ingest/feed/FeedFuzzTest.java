package parallax.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Feeds as nobody would write them: each is read or refused, and no item is without a key. */
class FeedFuzzTest {

    private static final URI ADDRESS = URI.create("https://example.org/feed");
    private static final Instant NOW = Instant.parse("2026-02-06T08:00:00Z");

    @FuzzTest(maxDuration = "2m")
    void feed(byte[] bytes) {
        try {
            Feed feed = FeedReader.read(new Delivered(bytes, "text/xml; charset=utf-8", ADDRESS, NOW));
            assertThat(feed.items()).allSatisfy(item -> assertThat(item.key()).isNotEmpty());
            assertThat(feed.items().stream().map(FeedItem::key)).doesNotHaveDuplicates();
            feed.items().forEach(item -> ItemPage.of(item, item.html()));
        } catch (UnreadableFeed e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    @FuzzTest(maxDuration = "2m")
    void date(byte[] bytes) {
        new FeedDates(NOW, "en", new Warnings()).read(new String(bytes, StandardCharsets.UTF_8));
    }
}
