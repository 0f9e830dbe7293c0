package parallax.publish.cms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What is stored of a WordPress channel.
 *
 * @param url of the blog, without a slash at its end
 * @param password an application password
 * @param status of new posts
 */
record WordPressConfig(String url, String user, String password, String status) {

    String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "WordPressConfig[" + url + "]";
    }
}
