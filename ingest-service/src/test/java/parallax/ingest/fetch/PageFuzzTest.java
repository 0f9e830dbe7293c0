package parallax.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Map;

/** The page of an article, whatever it is, gives an article or says why not. */
class PageFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void page(byte[] bytes) {
        Fetched fetched = new Fetched(
                200, URI.create("https://example.org/a"), null, Map.of("content-type", "text/html"), bytes, false);
        try {
            ArticlePage page = ArticlePage.read(fetched);
            assertThat(page.html()).isNotNull();
            assertThat(page.words()).isPositive();
        } catch (FetchFailed e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
