package parallax.publish.cms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a WordPress channel.
 *
 * @param url of the blog, without a slash at its end
 * @param password an application password
 * @param status of new posts
 * @param delay after which new posts go out by themselves, scheduled until then
 */
record WordPressConfig(
        String url,
        String user,
        String password,
        String status,
        @Nullable Duration delay) {

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "WordPressConfig[" + url + "]";
    }
}
