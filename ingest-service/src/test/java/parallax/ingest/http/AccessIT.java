package parallax.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;

/** Who may do what, with which token, for how long and how often. */
@IngestTest
@ExtendWith(OutputCaptureExtension.class)
class AccessIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_token_may_do_what_its_scopes_say_and_no_more(CapturedOutput output) throws Exception {
        JsonNode made = make("{\"name\":\"feeder\",\"scopes\":[\"ingest\"]}");
        String feeder = made.get("token").asString();
        assertThat(feeder).matches("plx_[A-Za-z0-9_-]{43}");
        assertThat(push(feeder).statusCode()).isEqualTo(202);
        HttpResponse<String> refused = send("PUT", "/v1/sources/s", feeder, "{\"kind\":\"push\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"parallax\", error=\"insufficient_scope\", scope=\"admin\"");
        assertThat(refused.body()).contains("scope-missing");
        assertThat(send("GET", "/v1/tokens", feeder, null).statusCode()).isEqualTo(403);
        assertThat(send("GET", "/v1/tokens", null, null).statusCode()).isEqualTo(401);
        String reader =
                make("{\"name\":\"reader\",\"scopes\":[\"read\"]}").get("token").asString();
        assertThat(push(reader).statusCode()).isEqualTo(403);

        assertThat(jdbc.sql("select hash from access_token").query(String.class).list())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        String list =
                send("GET", "/v1/tokens?limit=200", IngestTest.TOKEN, null).body();
        assertThat(list).contains("feeder").doesNotContain("plx_", "hash");
        await().untilAsserted(() -> assertThat(send("GET", "/v1/tokens?limit=200", IngestTest.TOKEN, null)
                        .body())
                .contains("lastUsedAt"));
        assertThat(output).doesNotContain(feeder, reader, IngestTest.TOKEN);
    }

    @Test
    void a_token_is_revoked_expires_and_is_followed_by_another() throws Exception {
        JsonNode made = make("{\"name\":\"short\",\"scopes\":[\"ingest\"],\"expiresIn\":\"PT2S\"}");
        assertThat(push(made.get("token").asString()).statusCode()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(push(made.get("token").asString()).body()).contains("token-wrong"));

        JsonNode first = make("{\"name\":\"turning\",\"scopes\":[\"ingest\"]}");
        HttpResponse<String> rotated =
                send("POST", "/v1/tokens/" + first.get("id").asString() + "/rotate", IngestTest.TOKEN, "{}");
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(201);
        JsonNode second = Client.JSON.readTree(rotated.body());
        assertThat(push(first.get("token").asString()).statusCode()).isEqualTo(202);
        assertThat(push(second.get("token").asString()).statusCode()).isEqualTo(202);
        assertThat(send("DELETE", "/v1/tokens/" + first.get("id").asString(), IngestTest.TOKEN, null)
                        .statusCode())
                .isEqualTo(204);
        await().untilAsserted(() ->
                assertThat(push(first.get("token").asString()).statusCode()).isEqualTo(401));
        assertThat(push(second.get("token").asString()).statusCode()).isEqualTo(202);
        assertThat(send("DELETE", "/v1/tokens/none", IngestTest.TOKEN, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_token_made_elsewhere_is_known_by_its_digest() throws Exception {
        String own = "plx_" + UUID.randomUUID();
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(own.getBytes(StandardCharsets.US_ASCII)));
        String request = "{\"name\":\"own\",\"scopes\":[\"admin\"],\"expiresIn\":\"never\",\"hash\":\"" + hash + "\"}";
        assertThat(make(request).has("token")).isFalse();
        assertThat(push(own).statusCode()).isEqualTo(202);
        assertThat(send("POST", "/v1/tokens", IngestTest.TOKEN, request).statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_cannot_be_a_token_says_why() throws Exception {
        for (String wrong : List.of(
                "{\"scopes\":[\"ingest\"]}",
                "{\"name\":\"n\",\"scopes\":[]}",
                "{\"name\":\"n\",\"scopes\":[\"all\"]}",
                "{\"name\":\"n\",\"scopes\":[\"read\"],\"expiresIn\":\"90 days\"}",
                "{\"name\":\"n\",\"scopes\":[\"read\"],\"requestsPerSecond\":0}",
                "{\"name\":\"n\",\"scopes\":[\"read\"],\"hash\":\"x\"}")) {
            HttpResponse<String> answer = send("POST", "/v1/tokens", IngestTest.TOKEN, wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("token-invalid");
        }
    }

    @Test
    void a_token_that_calls_too_often_is_told_when_to_come_again() throws Exception {
        String slow = make("{\"name\":\"slow\",\"scopes\":[\"read\"],\"requestsPerSecond\":1}")
                .get("token")
                .asString();
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            answers.add(send("GET", "/v1/sources", slow, null));
        }
        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        HttpResponse<String> last = answers.get(14);
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(last.body()).contains("too-many-requests");
        assertThat(send("GET", "/v1/sources", IngestTest.TOKEN, null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_private_address_is_shown_to_those_with_a_token_only() throws Exception {
        String name = "private-" + UUID.randomUUID().toString().substring(0, 8);
        send(
                "PUT",
                "/v1/sources/" + name,
                IngestTest.TOKEN,
                "{\"url\":\"http://127.0.0.1:1/feed?api_key=s3cret\",\"active\":false}");
        String reader =
                make("{\"name\":\"reader\",\"scopes\":[\"read\"]}").get("token").asString();
        assertThat(send("GET", "/v1/sources/" + name, reader, null).body()).contains("s3cret");
        String forAll = send("GET", "/v1/sources/" + name, null, null).body();
        assertThat(forAll).contains(name, "\"private\":true").doesNotContain("s3cret");
        assertThat(send("GET", "/v1/sources?limit=200", null, null).body()).doesNotContain("s3cret");
        assertThat(send("GET", "/v1/sources/" + name, "wrong-" + "x".repeat(20), null)
                        .statusCode())
                .isEqualTo(401);
        send("DELETE", "/v1/sources/" + name, IngestTest.TOKEN, null);
    }

    @Test
    void paths_made_to_confuse_are_refused() throws Exception {
        for (String path : List.of("/v1/documents/..%2Fsources", "/v1/documents;a=b", "/v1//documents")) {
            HttpResponse<String> answer = send("DELETE", path, IngestTest.TOKEN, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
    }

    private JsonNode make(String request) throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/tokens", IngestTest.TOKEN, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.JSON.readTree(answer.body());
    }

    private HttpResponse<String> push(String token) throws Exception {
        return send("POST", "/v1/documents", token, "{\"source\":\"test\",\"id\":\"access\",\"content\":\"x\"}");
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
