package parallax.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.ingest.refusal.Malformed;

class DocumentIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "000_9512ce102a8570fa", "中文-1", "हिन्दी", "a.b:c~d@e+f=g,h-i_j", "𝒳1"})
    void letters_and_digits_of_any_script_make_an_id(String id) {
        assertThat(DocumentId.require(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "中/", "1\n", "x\u0000", "x\u202E", "x%", "x\uD800", "x\u00A0", "x😀"})
    void anything_else_is_named_with_its_position(String id) {
        assertThatThrownBy(() -> DocumentId.require(id))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("character 2 is U+");
    }

    @Test
    void the_length_counts_characters() {
        assertThat(DocumentId.require("𝒳".repeat(200))).hasSize(400);
        assertThatThrownBy(() -> DocumentId.require("a".repeat(201))).hasMessageContaining("201");
    }
}
