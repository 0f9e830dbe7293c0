package parallax.publish.webhook;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/**
 * What sender and receiver share; signs by scheme {@code v1}, HMAC-SHA256.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64
 */
record SharedSecret(String text) implements SigningKey {

    static final String PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    private static final int GENERATED = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SharedSecret generate() {
        byte[] key = new byte[GENERATED];
        RANDOM.nextBytes(key);
        return new SharedSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** A secret that the receiver chose. */
    static SharedSecret parse(String text) {
        SharedSecret secret = new SharedSecret(text);
        int length;
        try {
            length = text.startsWith(PREFIX) ? secret.key().length : -1;
        } catch (IllegalArgumentException e) {
            length = -1; // the message would quote the secret
        }
        if (length < LEAST || length > MOST) {
            throw new PublishException.BadInput(
                    "bad-secret",
                    "Bad secret",
                    "\"secret\" must be whsec_ followed by 24 to 64 bytes in base64. Leave it out to get one made.",
                    null);
        }
        return secret;
    }

    @Override
    public String scheme() {
        return "v1";
    }

    @Override
    public @Nullable String publicKey() {
        return null;
    }

    @Override
    public byte[] sign(byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key(), ALGORITHM));
        return mac.doFinal(content);
    }

    private byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
