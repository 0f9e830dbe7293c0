package parallax.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Lists of feeds as nobody would write them. */
class OpmlFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void opml(byte[] bytes) {
        assertThat(OpmlReader.read(new String(bytes, StandardCharsets.UTF_8)))
                .allSatisfy(outline -> assertThat(outline.url()).isNotEmpty());
    }
}
