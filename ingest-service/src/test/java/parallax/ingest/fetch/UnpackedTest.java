package parallax.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackedTest {

    /** That packing does not make smaller. */
    private static final byte[] NOISE = new byte[10_000];

    static {
        new Random(1).nextBytes(NOISE);
        NOISE[0] = 'x';
    }

    @Test
    void what_fits_is_whole() throws Exception {
        assertTaken(Unpacked.of(NOISE, null, 10_000), 10_000, false);
        assertTaken(Unpacked.of(gzip(NOISE), "gzip", 11_000), 10_000, false);
        assertTaken(Unpacked.of(gzip(gzip(NOISE)), "gzip", 11_000), 10_000, false);
    }

    @Test
    void of_more_than_that_the_beginning_is_taken() throws Exception {
        assertTaken(Unpacked.of(NOISE, null, 9_999), 9_999, true);
        Unpacked bomb = Unpacked.of(gzip(new byte[50_000_000]), "gzip", 100_000);
        assertThat(bomb.bytes()).hasSize(100_000);
        assertThat(bomb.cut()).isTrue();
    }

    /** As when no more of it was read: what has come is unpacked. */
    @Test
    void what_was_cut_before_it_was_unpacked_is_no_fault() throws Exception {
        byte[] packed = gzip(NOISE);
        Unpacked taken = Unpacked.of(packed, "gzip", packed.length - 20);
        assertThat(taken.cut()).isTrue();
        assertThat(taken.bytes().length).isBetween(9_000, packed.length - 20);
        assertThatThrownBy(() -> Unpacked.of(Arrays.copyOf(packed, 5_000), "gzip", 20_000))
                .isInstanceOf(FetchFailed.class)
                .hasMessageContaining("cannot be unpacked");
    }

    private static void assertTaken(Unpacked taken, int length, boolean cut) {
        assertThat(taken.bytes()).isEqualTo(Arrays.copyOf(NOISE, length));
        assertThat(taken.cut()).isEqualTo(cut);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }
}
