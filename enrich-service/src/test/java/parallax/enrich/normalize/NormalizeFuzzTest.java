package parallax.enrich.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import parallax.events.DocumentReceived;
import parallax.events.Rights;
import parallax.frontmatter.FrontMatterException;

/** Documents as nobody would write them: each becomes an article with a title, in time that grows with its length only. */
class NormalizeFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void markdown(byte[] bytes) {
        normalize("text/markdown", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void html(byte[] bytes) {
        normalize("text/html", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void subtitles(byte[] bytes) {
        normalize("text/vtt", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void date(byte[] bytes) {
        Dates.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void normalize(String type, byte[] bytes) {
        DocumentReceived document = new DocumentReceived(
                "d",
                "0".repeat(64),
                "fuzz",
                "https://example.org/",
                type,
                new String(bytes, StandardCharsets.UTF_8),
                Rights.FULL,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                null,
                List.of(),
                "a/2026-02-05-talk.md",
                null,
                null);
        try {
            assertThat(Normalizer.normalize(document).title().toString()).isNotBlank();
        } catch (FrontMatterException e) {
            assertThat(e).hasMessageMatching("(?s).+"); // ingest refuses such
        }
    }
}
