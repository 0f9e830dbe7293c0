package parallax.publish.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel as it was registered.
 *
 * @param kind which {@link Channel} serves it
 * @param name unique among its kind
 * @param config JSON that only its kind understands; may hold secrets
 * @param note why it is not active
 */
public record StoredChannel(
        String id,
        String kind,
        String name,
        String config,
        boolean active,
        @Nullable String note,
        Instant createdAt) {

    /** What the ids of blogs and folders begin with, and those of webhooks do not. */
    public static final String CMS_ID = "cms_";

    /** Its name as everybody may see it: what follows the host of an address may be what lets its bearer in. */
    public String nameForEverybody() {
        return forEverybody(name);
    }

    static String forEverybody(String name) {
        return name.replaceFirst("(?<=[^:/])[/?].+$", "/…");
    }

    @Override
    public String toString() {
        return "StoredChannel[" + id + "]"; // the configuration may hold secrets
    }
}
