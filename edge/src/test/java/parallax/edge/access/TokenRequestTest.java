package parallax.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class TokenRequestTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");

    @Test
    void a_token_lasts_a_year_unless_something_else_is_said() {
        assertThat(of("n", null, null).end(NOW)).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(of("n", "P90D", null).end(NOW)).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(of("n", "never", null).end(NOW)).isNull();
        for (String wrong : List.of("90 days", "", "-P1D", "PT0S", "P36501D", "P99999999999D")) {
            refused(() -> of("n", wrong, null).end(NOW), "expiresIn");
        }
    }

    @Test
    void the_old_one_stays_good_for_a_day_or_not_at_all() {
        assertThat(of("n", null, null).overlapOrDay()).isEqualTo(Duration.ofDays(1));
        assertThat(of("n", null, "PT0S").overlapOrDay()).isZero();
        refused(() -> of("n", null, "-PT1S").overlapOrDay(), "overlap");
    }

    @Test
    void a_name_is_needed_and_may_be_in_any_script() {
        assertThat(of(" 編輯部 ", null, null).requireName()).isEqualTo("編輯部");
        refused(() -> of(null, null, null).requireName(), "name");
        refused(() -> of("  ", null, null).requireName(), "name");
        refused(() -> of("x".repeat(101), null, null).requireName(), "name");
    }

    @Test
    void scopes_rates_and_digests_are_checked() {
        TokenRequest all = new TokenRequest("n", List.of("read", "ingest"), null, 7, "a".repeat(64), null);
        assertThat(all.requireScopes()).containsExactlyInAnyOrder(Scope.READ, Scope.INGEST);
        assertThat(all.rate()).isEqualTo(7);
        assertThat(all.digest()).isEqualTo("a".repeat(64));
        TokenRequest wrong = new TokenRequest("n", List.of("READ"), null, 0, "A".repeat(64), null);
        refused(wrong::requireScopes, "ingest, read, admin");
        refused(wrong::rate, "requestsPerSecond");
        refused(wrong::digest, "SHA-256");
        refused(TokenRequest.EMPTY::requireScopes, "scopes");
    }

    private static void refused(ThrowingCallable asked, String why) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
            assertThat(refusal.getStatusCode().value()).isEqualTo(400);
            assertThat(refusal.getBody().getDetail()).contains(why).endsWith(".");
        });
    }

    private static TokenRequest of(@Nullable String name, @Nullable String expiresIn, @Nullable String overlap) {
        return new TokenRequest(name, null, expiresIn, null, null, overlap);
    }
}
