package parallax.publish.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/**
 * What a subscriber asks of the hub (WebSub, section 5.1).
 *
 * @param lease how long; null if the subscriber does not say
 */
record HubRequest(
        boolean subscribe,
        String topic,
        URI callback,
        @Nullable String secret,
        @Nullable Duration lease) {

    private static final int LONGEST_SECRET = 199; // "MUST be less than 200 bytes in length"

    HubRequest {
        if (secret != null && secret.getBytes(StandardCharsets.UTF_8).length > LONGEST_SECRET) {
            throw bad("\"hub.secret\" must be shorter than 200 bytes.");
        }
    }

    static boolean subscribe(String mode) {
        return switch (mode) {
            case "subscribe" -> true;
            case "unsubscribe" -> false;
            default -> throw bad("\"hub.mode\" must be \"subscribe\" or \"unsubscribe\".");
        };
    }

    static @Nullable Duration lease(@Nullable String seconds) {
        if (seconds == null || seconds.isEmpty()) {
            return null;
        }
        if (!seconds.matches("[0-9]{1,9}")) {
            throw bad("\"hub.lease_seconds\" must be a number of seconds.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    static PublishException bad(String detail) {
        return new PublishException.BadInput("bad-subscription", "Bad subscription", detail, null);
    }
}
