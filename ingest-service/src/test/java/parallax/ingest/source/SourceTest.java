package parallax.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.Rights;

class SourceTest {

    private static final Instant NOW = Instant.parse("2026-02-06T04:00:00Z");
    private static final String FEED = "https://example.org/feed.xml";

    @Test
    void what_came_from_a_feed_names_its_address_where_everybody_may_know_it() {
        Source open = source(false, null, "rss");
        assertThat(feed(open, "feed")).isEqualTo(FEED);
        assertThat(feed(open, "page")).isEqualTo(FEED);
        assertThat(feed(open, "push")).isNull();
        assertThat(feed(source(true, null, "rss"), "feed")).isNull();
        assertThat(feed(source(false, null, "sitemap"), "page")).isNull();
        assertThat(feed(source(false, "https://example.org/moved.xml", "rss"), "feed"))
                .isEqualTo("https://example.org/moved.xml");
        assertThat(feed(source(false, "https://example.org/rss?token=abcdef0123456789", "rss"), "feed"))
                .isNull();
    }

    @Test
    void an_address_that_turns_private_is_told_again() {
        assertThat(source(true, null, "rss").policy())
                .isNotEqualTo(source(false, null, "rss").policy());
    }

    private static @Nullable String feed(Source source, String how) {
        return source.origin(how, NOW, null).feed();
    }

    private static Source source(boolean confidential, @Nullable String movedTo, String format) {
        return new Source(
                "desk",
                SourceKind.FEED,
                FEED,
                Rights.FULL,
                null,
                null,
                null,
                List.of(),
                FullText.AUTO,
                confidential,
                true,
                null,
                NOW,
                NOW,
                new SourceState(movedTo, null, null, null, null, 0, NOW, NOW, NOW, null, null, format));
    }
}
