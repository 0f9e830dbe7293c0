package parallax.publish.cms;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes a WordPress in: its address, and a user who may do what is needed, with an application password of his. */
@Component
class WordPressKind implements CmsKind {

    private static final List<String> STATUSES = List.of("publish", "draft", "pending");

    private final CmsSite site;

    WordPressKind(CmsSite site) {
        this.site = site;
    }

    @Override
    public String kind() {
        return WordPressChannel.KIND;
    }

    @Override
    public String admit(CmsChannels.Request request) {
        if (request.url() == null || request.user() == null || request.password() == null) {
            throw CmsChannels.bad(
                    "bad-wordpress",
                    "Bad WordPress",
                    "\"url\", \"user\" and \"password\" (an application password) are needed.");
        }
        String url = site.address(request.url(), "password");
        WordPressConfig config = new WordPressConfig(
                url, request.user(), request.password(), request.statusOf(STATUSES), request.delay());
        try {
            JsonNode me = new WordPressApi(site, config).get("/wp/v2/users/me", Map.of("context", "edit"));
            String needed =
                    config.status().equals("publish") || config.delay() != null ? "publish_posts" : "edit_posts";
            if (!me.path("capabilities").path(needed).asBoolean(false)) {
                throw CmsChannels.bad(
                        "wordpress-refuses",
                        "WordPress refuses",
                        "The user \"" + request.user() + "\" may not do what is needed there (" + needed
                                + "): he needs the role Author or more.");
            }
        } catch (CmsException e) {
            throw CmsChannels.bad("wordpress-refuses", "WordPress refuses", String.valueOf(e.getMessage()));
        }
        return site.json().writeValueAsString(config);
    }

    @Override
    public String place(String config) {
        return site.json().readValue(config, WordPressConfig.class).url();
    }

    @Override
    public Map<String, String> shown(String config) {
        WordPressConfig stored = site.json().readValue(config, WordPressConfig.class);
        return CmsSite.shown(stored.url(), stored.user(), stored.status(), stored.delay());
    }
}
