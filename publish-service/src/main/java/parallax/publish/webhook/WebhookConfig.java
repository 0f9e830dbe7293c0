package parallax.publish.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an endpoint beside its URL.
 *
 * @param secret the one key of endpoints that were stored before there could be several
 * @param keys newest first
 */
record WebhookConfig(
        @Nullable String secret,
        @Nullable String description,
        @Nullable List<Key> keys,
        @Nullable WebhookFilter filter) {

    /**
     * A key.
     *
     * @param expiresAt when it is signed with no longer; null: for ever
     */
    record Key(
            String id,
            String text,
            Instant createdAt,
            @Nullable Instant expiresAt) {

        boolean holds(Instant now) {
            return expiresAt == null || expiresAt.isAfter(now);
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /** Keys that are not over, newest first. */
    List<Key> holding(Instant now) {
        List<Key> all = new ArrayList<>(keys == null ? List.of() : keys);
        if (secret != null) {
            all.add(new Key("first", secret, Instant.EPOCH, null));
        }
        return all.stream().filter(key -> key.holds(now)).toList();
    }

    List<SigningKey> signing(Instant now) {
        return holding(now).stream().map(key -> SigningKey.of(key.text())).toList();
    }

    WebhookFilter wanted() {
        return filter == null ? WebhookFilter.ALL : filter;
    }

    WebhookConfig with(List<Key> others) {
        return new WebhookConfig(null, description, others, filter);
    }

    WebhookConfig with(@Nullable String words, @Nullable WebhookFilter wish) {
        return new WebhookConfig(secret, words == null ? description : words, keys, wish == null ? filter : wish);
    }

    @Override
    public String toString() {
        return "WebhookConfig[***]";
    }
}
