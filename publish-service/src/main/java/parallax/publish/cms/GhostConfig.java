package parallax.publish.cms;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a Ghost channel.
 *
 * @param url of the site, without a slash at its end
 * @param key of the Admin API: {@code id:secret}, the secret in hexadecimal
 * @param status of new posts
 * @param delay after which new posts go out by themselves, with the status {@code scheduled}
 */
record GhostConfig(
        String url, String key, String status, @Nullable Duration delay) {

    @Override
    public String toString() {
        return "GhostConfig[" + url + "]";
    }
}
