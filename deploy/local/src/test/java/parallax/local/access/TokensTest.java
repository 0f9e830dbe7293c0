package parallax.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final List<Tokens.Listed> ALL = List.of(
            listed("tok_1", "crawler", "2026-01-01T00:00:00Z"),
            listed("tok_2", "crawler", ""),
            listed("tok_3", "desk", ""),
            listed("tok_4", "desk", ""));

    @Test
    void a_token_is_meant_by_its_id_or_by_a_name_that_no_other_has() {
        assertThat(Tokens.id("tok_1", ALL)).isEqualTo("tok_1");
        assertThat(Tokens.id("crawler", ALL)).isEqualTo("tok_2");
        assertThatThrownBy(() -> Tokens.id("desk", ALL)).hasMessageContaining("tok_3, tok_4");
        assertThatThrownBy(() -> Tokens.id("nobody", ALL)).hasMessageContaining("./parallax token list");
    }

    private static Tokens.Listed listed(String id, String name, String revoked) {
        return new Tokens.Listed(id, name, "ingest", "never", revoked, "never");
    }
}
