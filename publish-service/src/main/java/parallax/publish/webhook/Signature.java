package parallax.publish.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Standard Webhooks 1.0.0: signatures over {@code id.timestamp.body}, one of each key, so that a receiver may have any of them. */
final class Signature {

    private Signature() {}

    static String of(List<SigningKey> keys, String id, Instant time, String body) {
        byte[] signed = (id + "." + time.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>(keys.size());
        try {
            for (SigningKey key : keys) {
                signatures.add(key.scheme() + "," + Base64.getEncoder().encodeToString(key.sign(signed)));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform can sign so", e);
        }
        return String.join(" ", signatures);
    }
}
