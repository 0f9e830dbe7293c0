package parallax.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parallax.edge.EdgeConfiguration;
import parallax.testing.TestPostgres;

/** The door of a service that has nothing else: who comes in, and how whoever does not is told why. */
@SpringBootTest(
        classes = {DoorIT.Service.class, DoorIT.Rooms.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:parallax-edge.yaml",
            "spring.application.name=door",
            "spring.datasource.username=postgres",
            "parallax.token=" + DoorIT.TOKEN,
            "parallax.token-before=" + DoorIT.BEFORE,
            "parallax.open-writes=/open",
            "parallax.ingest-writes=/in",
            "management.endpoint.health.validate-group-membership=false", // there is no Kafka here
            "management.server.port=0"
        })
class DoorIT {

    static final String TOKEN = "the-token-of-the-settings";
    static final String BEFORE = "the-token-before-that-one";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> TestPostgres.url("parallax_edge"));
    }

    @Test
    void reads_are_open_and_writes_are_not() throws Exception {
        assertThat(send("GET", "/in", null, null).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/open", null, "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> none = send("POST", "/in", null, "{}");
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"parallax\"");
        assertThat(none.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(none.body())
                .contains("token-missing", "Authorization: Bearer", "scope ingest", "\"instance\":\"/in\"");
        HttpResponse<String> wrong = send("POST", "/in", "nobody-knows-this-token", "{}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(send("POST", "/in", TOKEN, "{}").statusCode()).isEqualTo(200);
        assertThat(send("POST", "/in", BEFORE, "{}").statusCode()).isEqualTo(200);
        assertThat(wrong.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void a_token_has_its_scope_its_end_and_a_successor() throws Exception {
        String made = send("POST", "/v1/tokens", TOKEN, "{\"name\":\"feeder\",\"scopes\":[\"ingest\"]}")
                .body();
        String feeder = field(made, "token");
        assertThat(send("POST", "/v1/tokens", TOKEN, "{\"name\":\"f\",\"scopes\":[\"ingest\"],\"expires\":\"P1D\"}"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains("unknown-field", "expires", "expiresIn"));
        assertThat(send("POST", "/in", feeder, "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send("POST", "/elsewhere", feeder, "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                .contains("insufficient_scope", "scope=\"admin\"");
        String rotated = send("POST", "/v1/tokens/" + field(made, "id") + "/rotate", TOKEN, "{\"overlap\":\"PT0S\"}")
                .body();
        assertThat(send("POST", "/in", field(rotated, "token"), "{}").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/in", feeder, "{}").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select hash from access_token").query(String.class).list())
                .isNotEmpty()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void tokens_are_listed_for_admins_only_however_their_address_is_written() throws Exception {
        for (String path : new String[] {"/v1/tokens", "/v1/%74okens", "/v1/tokens?limit=1", "/%76%31/tokens"}) {
            assertThat(send("GET", path, null, null).statusCode()).as(path).isEqualTo(401);
        }
        for (int n = 0; n < 3; n++) {
            send("POST", "/v1/tokens", TOKEN, "{\"name\":\"n" + n + "\",\"scopes\":[\"read\"]}");
        }
        String page = send("GET", "/v1/tokens?limit=2", TOKEN, null).body();
        assertThat(page).contains("\"next\":\"tok_").doesNotContain("plx_");
        assertThat(send("GET", "/v1/tokens?limit=2&cursor=" + field(page, "next"), TOKEN, null)
                        .body())
                .contains("tok_");
        assertThat(send("GET", "/v1/tokens?limit=0", TOKEN, null).statusCode()).isEqualTo(400);
    }

    @Test
    void what_the_framework_refuses_is_a_problem_that_says_how_to_mend_it() throws Exception {
        assertThat(send("POST", "/in", TOKEN, "{\"a\":\n nonsense}").body()).contains("no JSON", "line 2");
        assertThat(send("POST", "/in", TOKEN, "{\"a\":[]}").body())
                .contains("\\\"a\\\" must be a text, in quotes (line 1");
        assertThat(send("POST", "/in", TOKEN, null).body()).contains("The request needs a body");
        assertThat(send("GET", "/number", null, null).body()).contains("missing-parameter", "add n=");
        assertThat(send("GET", "/number?n=x", null, null).body()).contains("must be a whole number, not \\\"x\\\"");
        HttpResponse<String> method = send("DELETE", "/in", TOKEN, null);
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        assertThat(method.body()).contains("/in cannot be asked by DELETE, but by GET or POST");
        HttpResponse<String> nowhere = send("GET", "/nowhere", null, null);
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is nothing at /nowhere");
        HttpResponse<String> broken = send("GET", "/broken", null, null);
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("\"type\":\"urn:parallax:problem:internal\"")
                .doesNotContain("s3cret");
        assertThat(send("GET", "/in;a=b", null, null).body()).contains("request-unsafe");
        HttpRequest text = request("POST", "/in", TOKEN, "x")
                .header("Content-Type", "text/csv")
                .build();
        assertThat(http.send(text, HttpResponse.BodyHandlers.ofString()).body())
                .contains("is called text/csv", "application/json is wanted");
    }

    /** What Tomcat refuses never comes to Spring. */
    @Test
    void what_is_no_http_is_a_problem_too() throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /in?q={}|x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "request-malformed", "--data-urlencode")
                    .doesNotContain("Tomcat", "<html");
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = request(method, path, token, body).header("Content-Type", "application/json");
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, @Nullable String token, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String field(String json, String name) {
        return json.replaceFirst(".*\"" + name + "\":\"([^\"]*)\".*", "$1");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(EdgeConfiguration.class)
    static class Service {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @RestController
    static class Rooms {

        record Named(@Nullable String a) {}

        @GetMapping("/in")
        Map<String, String> read() {
            return Map.of();
        }

        @PostMapping(
                path = {"/in", "/open"},
                consumes = MediaType.APPLICATION_JSON_VALUE)
        Named write(@RequestBody Named named) {
            return named;
        }

        @GetMapping("/number")
        int number(@RequestParam int n) {
            return n;
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("s3cret");
        }
    }
}
