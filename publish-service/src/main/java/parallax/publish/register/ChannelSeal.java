package parallax.publish.register;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;

/** Encrypts with the first of some keys (AES-256-GCM), and opens what was sealed with any of them. */
@Component
class ChannelSeal {

    private static final int ROUNDS = 100_000;
    private static final byte[] PURPOSE = "parallax channels.kept".getBytes(StandardCharsets.UTF_8);

    private final List<BytesEncryptor> keys;

    @Autowired
    ChannelSeal(PublishSettings settings) {
        this(settings.register().keys());
    }

    ChannelSeal(List<String> keys) {
        this.keys = keys.stream().map(ChannelSeal::encryptor).toList();
    }

    /** Another each time. */
    String seal(String text) {
        return Base64.getEncoder().encodeToString(keys.get(0).encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was sealed; empty if no key fits. */
    Optional<Opened> open(String sealed) {
        for (BytesEncryptor key : keys) {
            try {
                byte[] text = key.decrypt(Base64.getDecoder().decode(sealed));
                return Optional.of(new Opened(new String(text, StandardCharsets.UTF_8), key.equals(keys.get(0))));
            } catch (IllegalStateException | IllegalArgumentException e) {
                // another key's, or nothing of ours
            }
        }
        return Optional.empty();
    }

    /** A token may have been chosen by a person: to try many must take long. */
    private static BytesEncryptor encryptor(String token) {
        try {
            PBEKeySpec words = new PBEKeySpec(token.toCharArray(), PURPOSE, ROUNDS, 256);
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(words)
                    .getEncoded();
            return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    /**
     * What was sealed.
     *
     * @param newest with the key that things are sealed with now
     */
    record Opened(String text, boolean newest) {

        @Override
        public String toString() {
            return "Opened[***]";
        }
    }
}
