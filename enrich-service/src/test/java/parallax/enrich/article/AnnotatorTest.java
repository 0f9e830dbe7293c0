package parallax.enrich.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.DocumentReceived;
import parallax.events.Provenance;
import parallax.events.Rights;

class AnnotatorTest {

    private static final String FEED = "https://example.org/feed.xml";

    @Test
    void the_feed_of_the_source_whose_text_it_is_is_handed_on() {
        assertThat(feed(delivery("other", "https://other.example/feed.xml"), delivery("desk", FEED)))
                .isEqualTo(FEED);
        assertThat(feed(delivery("other", FEED), delivery("desk", null))).isNull();
        assertThat(feed()).isNull();
    }

    private static @Nullable String feed(Provenance... provenance) {
        DocumentReceived document = new DocumentReceived(
                "d",
                "0".repeat(64),
                "desk",
                null,
                "text/markdown",
                "# Title\n\nText.",
                Rights.FULL,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(provenance),
                null,
                List.of(),
                null,
                null,
                null);
        return new Annotator(Clock.systemUTC()).annotate(document).article().feed();
    }

    private static Provenance delivery(String source, @Nullable String feed) {
        return new Provenance(source, "feed", null, Instant.EPOCH, Rights.FULL, null, "0".repeat(64), feed);
    }
}
