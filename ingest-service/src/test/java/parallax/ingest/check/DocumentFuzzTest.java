package parallax.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import parallax.ingest.identity.ContentType;
import parallax.ingest.refusal.Refusal;
import parallax.ingest.revision.FactsReader;

/** Documents as nobody would write them: each is accepted or refused with a reason, and what is accepted has facts. */
class DocumentFuzzTest {

    private final DocumentCheck check = new DocumentCheck(100, 500);

    @FuzzTest(maxDuration = "2m")
    void markdown(byte[] bytes) {
        document(ContentType.MARKDOWN, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void html(byte[] bytes) {
        document(ContentType.HTML, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void subtitles(byte[] bytes) {
        document(ContentType.VTT, bytes);
    }

    private void document(ContentType type, byte[] bytes) {
        try {
            String text = Utf8.decode(bytes);
            check.check(type, text);
            assertThat(FactsReader.read(type, text).body()).hasSize(32);
            assertThat(Utf8.encode(text)).isEqualTo(bytes);
        } catch (Refusal e) {
            assertThat(e.detail()).isNotBlank();
        }
    }
}
