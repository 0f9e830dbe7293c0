package parallax.publish.cms;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import parallax.egress.Egress;
import parallax.publish.PublishSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * What channels to somebody's site have in common.
 *
 * @param plainAllowed sites need no https: somebody's own network may be reached
 */
@Component
record CmsSite(Egress egress, JsonMapper json, PublishSettings.Cms settings, boolean plainAllowed, Clock clock) {

    @Autowired
    CmsSite(Egress egress, JsonMapper json, PublishSettings settings, Clock clock) {
        this(egress, json, settings.cms(), !settings.allowedNetworks().isEmpty(), clock);
    }

    /**
     * A site's address, without a slash at its end.
     *
     * @param secret what goes there with each request, for people to read
     */
    String address(String url, String secret) {
        URI uri = egress.check("url", url);
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !plainAllowed) {
            throw CmsChannels.bad("bad-url", "Bad URL", "\"url\" must be https: a " + secret + " goes there.");
        }
        return uri.toString().replaceAll("/+$", "");
    }

    /** What may be shown of a channel. */
    static Map<String, String> shown(String url, @Nullable String user, String status, @Nullable Duration delay) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("url", url);
        if (user != null) {
            shown.put("user", user);
        }
        shown.put("status", status);
        if (delay != null) {
            shown.put("publishAfter", delay.toString());
        }
        return shown;
    }
}
