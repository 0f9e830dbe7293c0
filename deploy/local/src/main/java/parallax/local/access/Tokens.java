package parallax.local.access;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.local.system.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tokens of ingest and publish, managed as one. */
public final class Tokens {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final List<String> services;
    private final String admin;

    /** Those of the system that runs. */
    public Tokens(State state) {
        this.services = Stream.of("ingest", "publish")
                .filter(state.urls()::containsKey)
                .map(state::url)
                .toList();
        this.admin = state.token();
    }

    /** A token as it is kept. */
    public record Listed(String id, String name, String scopes, String expires, String revoked, String lastUsed) {}

    /** A new token. */
    public record Made(String id, String secret) {}

    /**
     * Makes a token that is good at each service.
     *
     * @param expiresIn ISO 8601 duration, or {@code never}
     */
    public Made create(String name, List<String> scopes, String expiresIn) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("scopes", scopes);
        request.put("expiresIn", expiresIn);
        return everywhere("/v1/tokens", request);
    }

    /**
     * The id of the one token that is meant.
     *
     * @param given an id, or the name of a token that is not revoked
     */
    static String id(String given, List<Listed> all) {
        List<String> ids = all.stream()
                .filter(token -> token.id().equals(given)
                        || (token.name().equals(given) && token.revoked().isEmpty()))
                .map(Listed::id)
                .toList();
        if (ids.isEmpty()) {
            throw new IllegalStateException(
                    "there is no token \"" + given + "\"; ./parallax token list shows those that are");
        }
        if (ids.size() > 1) {
            throw new IllegalStateException(
                    "several tokens are called \"" + given + "\"; say which by its id: " + String.join(", ", ids));
        }
        return ids.get(0);
    }

    /** Makes one that may do what {@code token}, an id or a name, may, which stays good for {@code overlap}. */
    public Made rotate(String token, String overlap) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("overlap", overlap);
        return everywhere("/v1/tokens/" + id(token, list()) + "/rotate", request);
    }

    /** Ends a token, by its id or name, everywhere; returns its id. */
    public String revoke(String token) throws IOException, InterruptedException {
        String id = id(token, list());
        for (String service : services) {
            send(service, "DELETE", "/v1/tokens/" + id, null);
        }
        return id;
    }

    /** Those that ingest knows. */
    public List<Listed> list() throws IOException, InterruptedException {
        List<Listed> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = send(services.get(0), "GET", "/v1/tokens?limit=200&cursor=" + cursor, null);
            for (JsonNode token : page.path("items")) {
                List<String> scopes = new ArrayList<>();
                token.path("scopes").forEach(scope -> scopes.add(scope.asString()));
                all.add(new Listed(
                        token.path("id").asString(),
                        token.path("name").asString(),
                        String.join(" ", scopes),
                        token.path("expiresAt").asString("never"),
                        token.path("revokedAt").asString(""),
                        token.path("lastUsedAt").asString("never")));
            }
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private Made everywhere(String path, Map<String, Object> request) throws IOException, InterruptedException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = "plx_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        request.put("hash", hash(secret));
        String id = "";
        for (String service : services) {
            id = send(service, "POST", path, request).path("id").asString();
        }
        return new Made(id, secret);
    }

    private JsonNode send(String service, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        try {
            return ask(service, method, path, body);
        } catch (ConnectException e) {
            throw new IOException(service + " does not answer; see ./parallax status", e);
        }
    }

    private JsonNode ask(String service, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(service + path))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode json = answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(json.path("detail").asString(service + " answered " + answer.statusCode()));
        }
        return json;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
