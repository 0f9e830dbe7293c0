package parallax.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import parallax.ingest.identity.CanonicalUrl;
import parallax.ingest.identity.DocumentId;
import parallax.ingest.refusal.Refusal;

/** Lines of JSON, addresses and ids as nobody would write them: each is read, or refused with a reason. */
class SubmissionFuzzTest {

    private final SubmissionJson json = new SubmissionJson();

    @FuzzTest(maxDuration = "2m")
    void lines(byte[] bytes) throws IOException {
        LineReader lines = new LineReader(new ByteArrayInputStream(bytes), 1000);
        int number = 0;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            assertThat(line.number()).isEqualTo(++number);
            byte[] text = line.bytes();
            if (text != null) {
                assertThat(text.length).isLessThanOrEqualTo(1000);
                submission(text);
            }
        }
    }

    @FuzzTest(maxDuration = "2m")
    void submission(byte[] bytes) {
        try {
            json.read(bytes);
        } catch (Refusal e) {
            assertThat(e.detail()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "2m")
    void address(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            String canonical = CanonicalUrl.of(text).toString();
            assertThat(CanonicalUrl.of(canonical).toString()).startsWith("https://");
        } catch (Refusal e) {
            assertThat(e.detail()).isNotBlank();
        }
        try {
            DocumentId.require(text);
        } catch (Refusal e) {
            assertThat(e.detail()).isNotBlank();
        }
    }
}
