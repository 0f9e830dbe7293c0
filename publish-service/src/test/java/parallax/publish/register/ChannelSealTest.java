package parallax.publish.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelSealTest {

    private static final String SECRET = "{\"password\":\"abcd efgh 馬\"}";

    private final ChannelSeal before = new ChannelSeal(List.of("the-token-before-1"));
    private final ChannelSeal after = new ChannelSeal(List.of("the-token-of-now-2", "the-token-before-1"));

    @Test
    void what_is_sealed_shows_nothing_and_is_another_each_time() {
        String sealed = before.seal(SECRET);
        assertThat(sealed).isNotEqualTo(before.seal(SECRET));
        assertThat(new String(Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("password", "abcd");
        assertThat(before.open(sealed)).contains(new ChannelSeal.Opened(SECRET, true));
    }

    @Test
    void a_token_that_changed_opens_what_the_one_before_sealed_and_no_other_does() {
        assertThat(after.open(before.seal(SECRET))).contains(new ChannelSeal.Opened(SECRET, false));
        assertThat(after.open(after.seal(SECRET))).contains(new ChannelSeal.Opened(SECRET, true));
        assertThat(before.open(after.seal(SECRET))).isEmpty();
        assertThat(before.open("no seal")).isEmpty();
    }

    @Test
    void what_was_tampered_with_is_not_opened() {
        byte[] sealed = Base64.getDecoder().decode(before.seal(SECRET));
        sealed[20] ^= 1;
        assertThat(before.open(Base64.getEncoder().encodeToString(sealed))).isEmpty();
    }
}
