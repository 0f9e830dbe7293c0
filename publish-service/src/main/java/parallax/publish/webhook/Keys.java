package parallax.publish.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/** Makes the keys of an endpoint, and has one take the place of others without a webhook that cannot be verified. */
final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Keys() {}

    /**
     * A key.
     *
     * @param scheme {@code v1} or {@code v1a}; null: {@code v1}
     * @param chosen by the receiver; null: one is made
     */
    static WebhookConfig.Key make(@Nullable String scheme, @Nullable String chosen, Instant now) {
        SigningKey key;
        if (scheme == null || scheme.equals("v1")) {
            key = chosen == null ? SharedSecret.generate() : SharedSecret.parse(chosen);
        } else if (scheme.equals("v1a") && chosen == null) {
            key = PrivateKey.generate();
        } else {
            throw new PublishException.BadInput(
                    "bad-scheme",
                    "Bad scheme",
                    "\"scheme\" must be \"v1\" or \"v1a\"; of \"v1a\" the key is always made here.",
                    null);
        }
        byte[] id = new byte[6];
        RANDOM.nextBytes(id);
        return new WebhookConfig.Key("key_" + HexFormat.of().formatHex(id), key.text(), now, null);
    }

    /** The keys with {@code added} first; the others are signed with for {@code overlap} longer. */
    static WebhookConfig rotate(WebhookConfig config, WebhookConfig.Key added, Duration overlap, Instant now) {
        List<WebhookConfig.Key> keys = new ArrayList<>(List.of(added));
        Instant end = now.plus(overlap);
        for (WebhookConfig.Key key : config.holding(now)) {
            Instant expires = key.expiresAt() == null || key.expiresAt().isAfter(end) ? end : key.expiresAt();
            keys.add(new WebhookConfig.Key(key.id(), key.text(), key.createdAt(), expires));
        }
        return config.with(keys);
    }
}
