package parallax.publish.cms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes a Ghost in: its address, and an Admin API key that may do what is needed. */
@Component
class GhostKind implements CmsKind {

    /** Roles that may publish posts, and give them tags. */
    private static final Set<String> PUBLISHERS = Set.of("Owner", "Administrator", "Super Editor", "Editor");

    private static final List<String> STATUSES = List.of("publish", "draft");

    private final CmsSite site;

    GhostKind(CmsSite site) {
        this.site = site;
    }

    @Override
    public String kind() {
        return GhostChannel.KIND;
    }

    @Override
    public String admit(CmsChannels.Request request) {
        if (request.url() == null || request.key() == null) {
            throw CmsChannels.bad(
                    "bad-ghost",
                    "Bad Ghost",
                    "\"url\" and \"key\" are needed: the Admin API key of a custom integration (Settings, Integrations).");
        }
        String url = site.address(request.url(), "key");
        if (!request.key().strip().matches(GhostToken.KEY)) {
            throw CmsChannels.bad(
                    "bad-key",
                    "Bad key",
                    "\"key\" is no Admin API key: that has 24 characters, a colon and 64 more. The Content API key cannot write.");
        }
        GhostConfig config = new GhostConfig(
                url.replaceAll("/ghost$", ""), request.key().strip(), request.statusOf(STATUSES), request.delay());
        try {
            GhostApi api = new GhostApi(site, config);
            api.get("site/", Map.of());
            api.get("posts/", Map.of("limit", "1"));
            List<String> roles = api.roles();
            if (!roles.isEmpty() && roles.stream().noneMatch(PUBLISHERS::contains)) {
                throw CmsChannels.bad(
                        "ghost-refuses",
                        "Ghost refuses",
                        "The key is the own one of a member of staff who may not do what is needed there ("
                                + String.join(", ", roles)
                                + "): it must be of an Editor or above, or of a custom integration (Settings, Integrations).");
            }
        } catch (CmsException e) {
            throw CmsChannels.bad("ghost-refuses", "Ghost refuses", String.valueOf(e.getMessage()));
        }
        return site.json().writeValueAsString(config);
    }

    @Override
    public String place(String config) {
        return site.json().readValue(config, GhostConfig.class).url();
    }

    @Override
    public Map<String, String> shown(String config) {
        GhostConfig stored = site.json().readValue(config, GhostConfig.class);
        return CmsSite.shown(stored.url(), null, stored.status(), stored.delay());
    }
}
