package parallax.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;

/** Each kind of bad input: answered by a problem that says what and where, nothing emitted, nothing of the text logged. */
@IngestTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalIT {

    private static final String SECRET = "words-of-the-sender";

    @LocalServerPort
    int port;

    Client client;
    RawTopic topic;

    @BeforeEach
    void open() {
        client = new Client(port);
        topic = new RawTopic();
    }

    @AfterEach
    void nothing_was_emitted(CapturedOutput log) {
        assertThat(topic.news()).isEmpty();
        topic.close();
        assertThat(log.getOut()).doesNotContain(SECRET).doesNotContain(IngestTest.TOKEN);
    }

    static Stream<Arguments> documents() {
        String bomb =
                "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n---\n" + SECRET;
        return Stream.of(
                refused("no body", "text/markdown", "source=t", "", 400, "empty-document", ""),
                refused("blanks", "text/markdown", "source=t", " \n\t\uFEFF\n", 400, "empty-document", ""),
                refused(
                        "too large",
                        "text/plain",
                        "source=t",
                        "x".repeat(IngestTest.MAX_DOCUMENT + 1),
                        413,
                        "too-large",
                        "262144"),
                refused("NUL", "text/html", "source=t", "a\nb\0" + SECRET, 400, "nul-character", "line 2"),
                refused(
                        "no YAML",
                        "text/markdown",
                        "source=t",
                        "---\na: [1\nb: 2\n---\n" + SECRET,
                        422,
                        "front-matter",
                        "Line 3"),
                refused(
                        "no YAML in text",
                        "text/plain",
                        "source=t",
                        "---\na: 'x\n---\n" + SECRET,
                        422,
                        "front-matter",
                        "Line "),
                refused(
                        "wide signs",
                        "text/markdown",
                        "source=t",
                        "---\n標題：訪談\ntags: [一，二\n---\n" + SECRET,
                        422,
                        "front-matter",
                        "line 3 has \"，\" where \",\" may be meant"),
                refused("alias bomb", "text/markdown", "source=t", bomb, 422, "front-matter", "aliases"),
                refused(
                        "deep YAML",
                        "text/markdown",
                        "source=t",
                        "---\na: " + "[".repeat(99) + "]".repeat(99) + "\n---\nb",
                        422,
                        "front-matter",
                        "20 levels"),
                refused(
                        "deep quotes",
                        "text/markdown",
                        "source=t",
                        "a\n\n" + ">".repeat(101) + SECRET,
                        422,
                        "nesting",
                        "Line 3"),
                refused("deep lists", "text/markdown", "source=t", "- ".repeat(101) + SECRET, 422, "nesting", "Line 1"),
                refused(
                        "deep HTML",
                        "text/html",
                        "source=t",
                        "\n" + "<div>".repeat(600) + SECRET,
                        422,
                        "nesting",
                        "Line 2"),
                refused("no source", "text/plain", "", SECRET, 400, "source-missing", "source"),
                refused("bad source", "text/plain", "source=a%2Fb", SECRET, 400, "source-invalid", "A-Z"),
                refused("relative URL", "text/plain", "source=t&url=/a", SECRET, 400, "url-invalid", "absolute"),
                refused(
                        "other scheme",
                        "text/plain",
                        "source=t&url=file:///etc/passwd",
                        SECRET,
                        400,
                        "url-invalid",
                        "http"),
                refused(
                        "no URL",
                        "text/plain",
                        "source=t&url=http://a%20b/",
                        SECRET,
                        400,
                        "url-invalid",
                        "character 8"),
                refused(
                        "user in URL",
                        "text/plain",
                        "source=t&url=https://u:p@example.org/",
                        SECRET,
                        400,
                        "url-invalid",
                        "user"),
                refused(
                        "control character in id",
                        "text/plain",
                        "source=t&id=a%07b",
                        SECRET,
                        400,
                        "id-invalid",
                        "character 2 is U+0007"),
                refused("slash in id", "text/plain", "source=t&id=a/b", SECRET, 400, "id-invalid", "character 2"),
                refused("empty id", "text/plain", "source=t&id=", SECRET, 400, "id-invalid", "1 to 200"),
                refused(
                        "other type",
                        "application/pdf",
                        "source=t",
                        SECRET,
                        415,
                        "unsupported-content-type",
                        "text/markdown"),
                refused(
                        "form",
                        "application/x-www-form-urlencoded",
                        "source=t",
                        SECRET,
                        415,
                        "unsupported-content-type",
                        "text/markdown"),
                refused(
                        "no type at all",
                        "nonsense",
                        "source=t",
                        SECRET,
                        415,
                        "unsupported-content-type",
                        "text/markdown"),
                refused(
                        "other charset",
                        "text/plain; charset=gb18030",
                        "source=t",
                        SECRET,
                        415,
                        "unsupported-content-type",
                        "UTF-8"),
                refused(
                        "unknown charset",
                        "text/plain; charset=x-none",
                        "source=t",
                        SECRET,
                        415,
                        "unsupported-content-type",
                        "utf-8"),
                refused("empty JSON", "application/json", "", "", 400, "empty-body", ""),
                refused(
                        "broken JSON",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\n\"content\" \"x\"}",
                        400,
                        "invalid-json",
                        "Line 2"),
                refused(
                        "JSON cut short",
                        "application/json",
                        "",
                        "{\"source\":\"t\"",
                        400,
                        "invalid-json",
                        "expected close marker for Object. Send"),
                refused("JSON null", "application/json", "", "null", 400, "invalid-json", "one JSON object"),
                refused(
                        "two JSON",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"content\":\"x\"}{}",
                        400,
                        "invalid-json",
                        "something follows the object"),
                refused(
                        "twice in JSON",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"source\":\"u\",\"content\":\"x\"}",
                        400,
                        "invalid-json",
                        "Line 1"),
                refused(
                        "number as text",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"content\":5}",
                        400,
                        "invalid-json",
                        "Line 1, column 25: \"content\" is no text."),
                refused(
                        "deep JSON",
                        "application/json",
                        "",
                        "{\"x\":" + "[".repeat(60) + "]".repeat(60) + "}",
                        400,
                        "invalid-json",
                        "Line 1"),
                refused("no content", "application/json", "", "{\"source\":\"t\"}", 400, "content-missing", "content"),
                refused(
                        "no source in JSON",
                        "application/json",
                        "",
                        "{\"content\":\"x\"}",
                        400,
                        "source-missing",
                        "source"),
                refused(
                        "other type in JSON",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"contentType\":\"text/rtf\",\"content\":\"x\"}",
                        415,
                        "unsupported-content-type",
                        "text/html"),
                refused(
                        "half a character",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"content\":\"a\\ud800\"}",
                        400,
                        "half-character",
                        "surrogate"),
                refused(
                        "large text in JSON",
                        "application/json",
                        "",
                        "{\"source\":\"t\",\"content\":\"" + "中".repeat(90_000) + "\"}",
                        413,
                        "too-large",
                        "262144"),
                refused(
                        "large JSON",
                        "application/json",
                        "",
                        " ".repeat(2 * IngestTest.MAX_DOCUMENT + 70_000),
                        413,
                        "too-large",
                        "262144"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void bad_input_is_answered_by_a_problem(
            String name, String type, String query, String body, int status, String kind, String says) {
        expect(client.post(type, query, body.getBytes(UTF_8)), status, kind, says);
    }

    @Test
    void bytes_that_are_no_utf_8_are_named() {
        byte[] body = {'a', '\n', 'b', (byte) 0xC3, '('};
        Client.Answer answer = client.post("text/plain", "source=t", body);
        expect(answer, 400, "invalid-utf-8", "offset 3 (line 2)");
        assertThat(answer.body().get("byte").asInt()).isEqualTo(3);
    }

    @Test
    void without_a_content_type_the_accepted_ones_are_listed() {
        Client.Answer answer = client.send(client.request("source=t")
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(SECRET)));
        expect(answer, 415, "unsupported-content-type", "application/x-ndjson");
        assertThat(answer.response().headers().firstValue("Accept-Post")).isPresent();
    }

    @Test
    void a_chunked_body_has_the_same_limit() {
        Client.Answer answer = client.send(client.request("source=t")
                .header("Content-Type", "text/plain")
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[IngestTest.MAX_DOCUMENT * 3]))));
        expect(answer, 413, "too-large", "262144");
    }

    @Test
    void an_announced_length_over_the_limit_is_refused_unread() throws IOException {
        assertThat(raw(1_000_000_000, "short", false)).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_body_that_ends_early_is_no_document() throws IOException {
        assertThat(raw(100, SECRET, true))
                .satisfiesAnyOf(answer -> assertThat(answer).startsWith("HTTP/1.1 400"), answer -> assertThat(answer)
                        .isEmpty());
    }

    @Test
    void the_token_is_needed() {
        HttpRequest.Builder none = client.request("source=t")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(SECRET));
        expect(client.send(none), 401, "token-missing", "Bearer");
        expect(client.send(none.copy().header("Authorization", "Bearer wrong-token")), 401, "token-wrong", "token");
    }

    private static Arguments refused(
            String name, String type, String query, String body, int status, String kind, String says) {
        return Arguments.of(name, type, query, body, status, kind, says);
    }

    private static void expect(Client.Answer answer, int status, String kind, String says) {
        assertThat(answer.response().body()).doesNotContain(SECRET);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:parallax:problem:" + kind);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).contains(says);
        assertThat(answer.text("instance")).isEqualTo("/v1/documents");
    }

    private String raw(int announced, String body, boolean hangUp) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("POST /v1/documents?source=t HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer " + IngestTest.TOKEN + "\r\nContent-Type: text/plain\r\n"
                                    + "Content-Length: " + announced + "\r\n\r\n" + body)
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();
            if (hangUp) {
                socket.shutdownOutput();
            }
            byte[] start = new byte[12];
            int read = socket.getInputStream().readNBytes(start, 0, start.length);
            return new String(start, 0, read, UTF_8);
        }
    }
}
