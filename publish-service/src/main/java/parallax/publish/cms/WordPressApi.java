package parallax.publish.cms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.egress.NoReplyException;
import parallax.egress.Outgoing;
import parallax.egress.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** WordPress's REST API, as far as it is needed. By {@code rest_route}, which works whatever the permalinks are. */
final class WordPressApi {

    private static final int MOST = 4 * 1024 * 1024;

    private final CmsSite site;
    private final WordPressConfig config;

    WordPressApi(CmsSite site, WordPressConfig config) {
        this.site = site;
        this.config = config;
    }

    JsonNode get(String route, Map<String, String> parameters) throws CmsException {
        return call("GET", route, parameters, null);
    }

    JsonNode post(String route, Map<String, ?> body) throws CmsException {
        return call("POST", route, Map.of(), body);
    }

    void delete(String route) throws CmsException {
        call("DELETE", route, Map.of(), null);
    }

    /** A term of a taxonomy: the one there is, else a new one. */
    long term(String taxonomy, String name) throws CmsException {
        for (JsonNode term : get("/wp/v2/" + taxonomy, Map.of("search", name, "per_page", "100"))) {
            if (same(term.path("name").asString(""), name)) {
                return term.path("id").asLong();
            }
        }
        Answer answer = send("POST", "/wp/v2/" + taxonomy, Map.of(), Map.of("name", name));
        if (answer.body()
                .path("code")
                .asString("")
                .equals("term_exists")) { // another was faster, or names it otherwise
            return answer.body().path("data").path("term_id").asLong();
        }
        return checked(answer).path("id").asLong();
    }

    private JsonNode call(String method, String route, Map<String, String> parameters, @Nullable Map<String, ?> body)
            throws CmsException {
        return checked(send(method, route, parameters, body));
    }

    private Answer send(String method, String route, Map<String, String> parameters, @Nullable Map<String, ?> body)
            throws CmsException {
        StringBuilder uri =
                new StringBuilder(config.url()).append("/?rest_route=").append(encode(route));
        parameters.forEach(
                (name, value) -> uri.append('&').append(name).append('=').append(encode(value)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", config.authorization());
        headers.put("Accept", "application/json");
        if (body != null) {
            headers.put("Content-Type", "application/json; charset=utf-8");
        }
        try {
            Reply reply = site.egress()
                    .send(
                            new Outgoing(
                                    method,
                                    URI.create(uri.toString()),
                                    headers,
                                    body == null
                                            ? null
                                            : site.json()
                                                    .writeValueAsString(body)
                                                    .getBytes(StandardCharsets.UTF_8)),
                            site.settings().timeout(),
                            MOST);
            return new Answer(reply, read(reply));
        } catch (NoReplyException e) {
            throw new CmsException("WordPress: " + e.getMessage(), null);
        }
    }

    private JsonNode read(Reply reply) throws CmsException {
        if (reply.status() / 100 == 3) {
            throw new CmsException(
                    "WordPress: " + config.url() + " leads on to " + reply.header("Location")
                            + ". Give the address that it is really at (https, www or not).",
                    null);
        }
        try {
            return site.json().readTree(reply.body());
        } catch (JacksonException e) {
            throw new CmsException(
                    "WordPress: HTTP " + reply.status() + " without JSON: no REST API answers at " + config.url()
                            + ". Is the address right, and does no plug-in block the API?",
                    reply.retryAfter());
        }
    }

    private static JsonNode checked(Answer answer) throws CmsException {
        Reply reply = answer.reply();
        if (reply.ok()) {
            return answer.body();
        }
        String code = answer.body().path("code").asString("");
        throw new CmsException(
                "WordPress: HTTP " + reply.status() + " " + code + ": "
                        + answer.body().path("message").asString("") + hint(reply.status(), code),
                reply.retryAfter());
    }

    private static String hint(int status, String code) {
        if (code.equals("rest_not_logged_in")) {
            return " User name or application password is wrong (not the password one logs in with). If they are right, the login did"
                    + " not arrive: the web server drops the header Authorization (Apache with CGI does so unless told otherwise).";
        }
        return switch (status) {
            case 401 ->
                code.equals("incorrect_password") || code.equals("invalid_username") || code.startsWith("rest_cannot")
                        ? " User name or application password is wrong (not the password one logs in with), or the user may not do this."
                        : " User name or application password is wrong, or a plug-in blocks the REST API: it must let this user through.";
            case 403 ->
                " The user may not do this: he needs the role Author or more; or a plug-in blocks the REST API.";
            case 404 -> code.equals("rest_no_route") ? " A plug-in blocks or removed this part of the REST API." : "";
            case 429 -> " Too many requests; it is tried again.";
            default -> "";
        };
    }

    /** WordPress gives names as HTML. */
    private static boolean same(String html, String name) {
        String plain = html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#039;", "'")
                .replace("&amp;", "&");
        return plain.equalsIgnoreCase(name);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Answer(Reply reply, JsonNode body) {}
}
