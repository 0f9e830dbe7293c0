package parallax.publish.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import parallax.publish.problem.PublishException;

/**
 * What sender and receiver share.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64
 */
record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    private static final int GENERATED = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret generate() {
        byte[] key = new byte[GENERATED];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** A secret that the receiver chose. */
    static Secret parse(String text) {
        Secret secret = new Secret(text);
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

    byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
