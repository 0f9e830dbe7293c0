package parallax.publish.cms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Ghost's Admin API, as far as it is needed. */
final class GhostApi {

    private static final int MOST = 4 * 1024 * 1024;

    private final CmsSite site;
    private final GhostConfig config;

    GhostApi(CmsSite site, GhostConfig config) {
        this.site = site;
        this.config = config;
    }

    JsonNode get(String path, Map<String, String> parameters) throws CmsException {
        return checked(send("GET", path, parameters, null));
    }

    /** The roles of the member of staff whose own key it is; empty for an integration's, which is nobody's. */
    List<String> roles() throws CmsException {
        Reply reply = send("GET", "users/me/", Map.of("include", "roles"), null);
        if (reply.status() == 404) {
            return List.of();
        }
        List<String> roles = new ArrayList<>();
        checked(reply)
                .path("users")
                .path(0)
                .path("roles")
                .forEach(role -> roles.add(role.path("name").asString("")));
        return roles;
    }

    /** Posts, with their text as it is kept, that {@code filter} (NQL) finds. */
    JsonNode posts(String filter) throws CmsException {
        return get("posts/", Map.of("filter", filter, "formats", "lexical", "limit", "5"))
                .path("posts");
    }

    JsonNode create(Map<String, ?> post) throws CmsException {
        return first(checked(send("POST", "posts/", Map.of("formats", "lexical"), posts(post))));
    }

    /** Empty if somebody else has changed the post since {@code updated_at} in {@code post}. */
    Optional<JsonNode> update(String id, Map<String, ?> post) throws CmsException {
        Reply reply = send("PUT", "posts/" + id + "/", Map.of("formats", "lexical"), posts(post));
        return reply.status() == 409 ? Optional.empty() : Optional.of(first(checked(reply)));
    }

    /** The id of the tag of that name, however it is capitalised: Ghost itself would make another. */
    Optional<String> tag(String name) throws CmsException {
        for (JsonNode tag : get("tags/", Map.of("filter", "name:~" + quoted(name), "limit", "100"))
                .path("tags")) {
            if (tag.path("name").asString("").equalsIgnoreCase(name)) {
                return Optional.of(tag.path("id").asString());
            }
        }
        return Optional.empty();
    }

    /** A text in NQL. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static Map<String, ?> posts(Map<String, ?> post) {
        return Map.of("posts", new Map<?, ?>[] {post});
    }

    private static JsonNode first(JsonNode answer) {
        return answer.path("posts").path(0);
    }

    private Reply send(String method, String path, Map<String, String> parameters, @Nullable Map<String, ?> body)
            throws CmsException {
        StringBuilder uri =
                new StringBuilder(config.url()).append("/ghost/api/admin/").append(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            uri.append(separator).append(parameter.getKey()).append('=').append(encode(parameter.getValue()));
            separator = '&';
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization",
                "Ghost " + GhostToken.of(config.key(), site.clock().instant()));
        headers.put("Accept", "application/json");
        headers.put("Accept-Version", "v5.0");
        if (body != null) {
            headers.put("Content-Type", "application/json; charset=utf-8");
        }
        try {
            byte[] bytes =
                    body == null ? null : site.json().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            return site.egress()
                    .send(
                            new Outgoing(method, URI.create(uri.toString()), headers, bytes),
                            site.settings().timeout(),
                            MOST);
        } catch (NoReplyException e) {
            throw new CmsException("Ghost: " + e.getMessage(), null);
        }
    }

    private JsonNode checked(Reply reply) throws CmsException {
        if (reply.status() / 100 == 3) {
            throw new CmsException(
                    "Ghost: " + config.url() + " leads on to " + reply.header("Location")
                            + ". Give the address that it is really at (https, www or not).",
                    null);
        }
        JsonNode body = read(reply);
        if (reply.ok()) {
            return body;
        }
        JsonNode error = body.path("errors").path(0);
        String context = error.path("context").asString("");
        throw new CmsException(
                "Ghost: HTTP " + reply.status() + " " + error.path("type").asString("") + ": "
                        + error.path("message").asString("") + (context.isEmpty() ? "" : " " + context)
                        + hint(reply.status(), error.path("code").asString("")),
                reply.retryAfter());
    }

    private static String hint(int status, String code) {
        return switch (status) {
            case 401 ->
                code.contains("JWT")
                        ? " The secret of the Admin API key is wrong, or a clock is: take the key anew from Settings, Integrations."
                        : " There is no such Admin API key: take it from Settings, Integrations (not the Content API key).";
            case 403 ->
                " The key may not do this: use the Admin API key of a custom integration, or of staff who may publish.";
            case 429 -> " Too many requests; it is tried again.";
            default -> "";
        };
    }

    private JsonNode read(Reply reply) throws CmsException {
        try {
            JsonNode body = site.json().readTree(reply.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException e) {
            // it is told below, in words that help more
        }
        throw new CmsException(
                "Ghost: HTTP " + reply.status() + " without JSON: no Ghost answers at " + config.url()
                        + "/ghost/. Is the address right, with the folder if it lies in one?",
                reply.retryAfter());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
