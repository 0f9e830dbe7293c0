package parallax.publish.cms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What Ghost's Admin API wants to see: a JSON Web Token (RFC 7519) signed with HMAC-SHA256, which it takes for five minutes. */
final class GhostToken {

    static final String KEY = "[0-9a-f]{24}:[0-9a-f]{64}";

    private static final int SECONDS = 240;

    private GhostToken() {}

    static String of(String key, Instant now) {
        String id = key.substring(0, key.indexOf(':'));
        String head = "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"" + id + "\"}";
        // Ghost refuses what was made in its future; its clock may be a little behind.
        long from = now.getEpochSecond() - 30;
        String body = "{\"iat\":" + from + ",\"exp\":" + (from + SECONDS) + ",\"aud\":\"/admin/\"}";
        String signed =
                base64(head.getBytes(StandardCharsets.UTF_8)) + "." + base64(body.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(sign(signed, HexFormat.of().parseHex(key.substring(key.indexOf(':') + 1))));
    }

    private static byte[] sign(String text, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
