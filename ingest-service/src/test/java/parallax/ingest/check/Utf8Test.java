package parallax.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import parallax.ingest.refusal.Malformed;

class Utf8Test {

    @Test
    void text_survives_both_ways() {
        String text = "\uFEFFé中😀";
        assertThat(Utf8.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(Utf8.decode(Utf8.encode(text))).isEqualTo(text);
    }

    @Test
    void a_cut_character_at_the_end_is_found() {
        assertThatThrownBy(() -> Utf8.decode(new byte[] {'a', (byte) 0xE4, (byte) 0xB8}))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.where()).containsEntry("byte", 1));
    }

    @Test
    void half_a_character_is_none() {
        assertThatThrownBy(() -> Utf8.encode("a\uDC00")).isInstanceOf(Malformed.class);
    }
}
