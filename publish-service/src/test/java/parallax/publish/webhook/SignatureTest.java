package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.publish.problem.PublishException;

class SignatureTest {

    @Test
    void another_ones_library_agrees() throws Exception {
        SharedSecret secret = SharedSecret.generate();
        Instant now = Instant.now();
        String body = "{\"title\":\"訪談\"}";
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of("msg_1"),
                        "webhook-timestamp", List.of(Long.toString(now.getEpochSecond())),
                        "webhook-signature",
                                List.of(Signature.of(
                                        List.of(PrivateKey.generate(), SharedSecret.generate(), secret),
                                        "msg_1",
                                        now,
                                        body))),
                (a, b) -> true);
        Webhook foreign = new Webhook(secret.text());
        assertThatCode(() -> foreign.verify(body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> foreign.verify(body + " ", headers)).isInstanceOf(Exception.class);
    }

    @Test
    void who_has_the_public_key_can_verify_and_not_sign() throws Exception {
        PrivateKey key = PrivateKey.generate();
        Instant now = Instant.now();
        String header = Signature.of(List.of(key), "msg_1", now, "{}");
        assertThat(header).startsWith("v1a,");
        assertThat(key.publicKey()).startsWith("whpk_");
        byte[] raw = Base64.getDecoder().decode(key.publicKey().substring("whpk_".length()));
        // SubjectPublicKeyInfo of ed25519, RFC 8410, section 4
        byte[] info = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        java.security.Signature verifier = java.security.Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
        verifier.update(("msg_1." + now.getEpochSecond() + ".{}").getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(Base64.getDecoder().decode(header.substring("v1a,".length()))))
                .isTrue();
        assertThat(key.toString()).isEqualTo("whsk_***");
    }

    @Test
    void an_older_key_is_signed_with_until_its_overlap_ends() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        WebhookConfig first = new WebhookConfig(null, null, List.of(Keys.make(null, null, now)), null);
        WebhookConfig.Key added = Keys.make("v1a", null, now);
        WebhookConfig rotated = Keys.rotate(first, added, Duration.ofHours(24), now);
        assertThat(rotated.holding(now.plusSeconds(60))).hasSize(2).first().isEqualTo(added);
        assertThat(rotated.holding(now.plus(Duration.ofHours(25)))).containsExactly(added);
        // One that was stored by an earlier edition is kept.
        WebhookConfig old = new WebhookConfig(SharedSecret.generate().text(), null, null, null);
        assertThat(Keys.rotate(old, added, Duration.ofHours(24), now).signing(now))
                .hasSize(2);
        assertThatThrownBy(() -> Keys.make("v2", null, now)).isInstanceOf(PublishException.BadInput.class);
        assertThatThrownBy(() -> Keys.make("v1a", "whsk_mine", now)).isInstanceOf(PublishException.BadInput.class);
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
            assertThatThrownBy(() -> SharedSecret.parse(bad))
                    .isInstanceOf(PublishException.BadInput.class)
                    .hasMessageNotContaining("AAAA");
        }
        assertThat(SharedSecret.parse("whsec_" + "A".repeat(32))).hasToString("whsec_***");
    }
}
