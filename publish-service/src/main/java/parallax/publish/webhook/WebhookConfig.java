package parallax.publish.webhook;

import org.jspecify.annotations.Nullable;

/** What is stored of an endpoint beside its URL. */
record WebhookConfig(String secret, @Nullable String description) {

    @Override
    public String toString() {
        return "WebhookConfig[***]";
    }
}
