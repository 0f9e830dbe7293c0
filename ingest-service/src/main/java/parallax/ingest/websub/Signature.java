package parallax.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code X-Hub-Signature: sha256=…}, as WebSub has it. */
final class Signature {

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private Signature() {}

    /** Whether {@code header} signs {@code body} with {@code secret}. */
    static boolean fits(@Nullable String header, byte[] body, String secret) {
        int equals = header == null ? -1 : header.indexOf('=');
        if (header == null || equals < 0) {
            return false;
        }
        String method = METHODS.get(header.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        if (method == null) {
            return false;
        }
        String given = header.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(sign(method, body, secret).getBytes(UTF_8), given.getBytes(UTF_8));
    }

    static String sign(String method, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), method));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + method, e);
        }
    }
}
