package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.publish.problem.PublishException;

class SignatureTest {

    @Test
    void another_ones_library_agrees() throws Exception {
        Secret secret = Secret.generate();
        Instant now = Instant.now();
        String body = "{\"title\":\"訪談\"}";
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature", List.of(Signature.v1(secret, "msg_1", now, body))),
                (a, b) -> true);
        Webhook foreign = new Webhook(secret.text());
        assertThatCode(() -> foreign.verify(body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> foreign.verify(body + " ", headers)).isInstanceOf(Exception.class);
    }

    @Test
    void a_secret_has_24_to_64_bytes_and_does_not_show() {
        for (String bad : List.of(
                "",
                "whsec_",
                "whsec_AAAA",
                "whsec_%%%",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "whsec_" + "A".repeat(88))) {
            assertThatThrownBy(() -> Secret.parse(bad))
                    .isInstanceOf(PublishException.BadInput.class)
                    .hasMessageNotContaining("AAAA");
        }
        assertThat(Secret.parse("whsec_" + "A".repeat(32))).hasToString("whsec_***");
    }
}
