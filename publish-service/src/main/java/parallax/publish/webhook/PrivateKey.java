package parallax.publish.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key that only the sender has; signs by scheme {@code v1a}, ed25519. The receiver verifies with the public half and can sign
 * nothing itself.
 *
 * @param text {@code whsk_} and 32 bytes of seed and 32 of public key in base64
 */
record PrivateKey(String text) implements SigningKey {

    static final String PREFIX = "whsk_";

    private static final String ALGORITHM = "Ed25519";
    private static final int HALF = 32;

    static PrivateKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] both = new byte[2 * HALF];
            // In both encodings (RFC 8410) the key itself stands at the end.
            System.arraycopy(last(pair.getPrivate().getEncoded()), 0, both, 0, HALF);
            System.arraycopy(last(pair.getPublic().getEncoded()), 0, both, HALF, HALF);
            return new PrivateKey(PREFIX + Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has " + ALGORITHM, e);
        }
    }

    @Override
    public String scheme() {
        return "v1a";
    }

    @Override
    public String publicKey() {
        return "whpk_" + Base64.getEncoder().encodeToString(last(bytes()));
    }

    @Override
    public byte[] sign(byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(bytes(), HALF))));
        signature.update(content);
        return signature.sign();
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    private static byte[] last(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - HALF, encoded.length);
    }

    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
