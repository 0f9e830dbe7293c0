package parallax.publish.webhook;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/** What a webhook is signed with. */
sealed interface SigningKey permits SharedSecret, PrivateKey {

    /** As it is stored. */
    String text();

    /** Stands before each signature. */
    String scheme();

    /** What the receiver verifies with, if that is not the key itself. */
    @Nullable
    String publicKey();

    byte[] sign(byte[] content) throws GeneralSecurityException;

    /** A key as it was stored. */
    static SigningKey of(String text) {
        return text.startsWith(PrivateKey.PREFIX) ? new PrivateKey(text) : new SharedSecret(text);
    }
}
