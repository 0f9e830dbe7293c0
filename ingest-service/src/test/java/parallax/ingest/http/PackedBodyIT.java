package parallax.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;

/** Bodies that are packed, and those that only say so. */
@IngestTest
class PackedBodyIT {

    @LocalServerPort
    int port;

    @Test
    void a_packed_document_is_the_document() throws IOException {
        byte[] text = "A text that is packed.".getBytes(UTF_8);
        String revision = post("gzip", "text/plain", gzip(text)).text("revision");
        assertThat(revision).hasSize(64);
        assertThat(post("zstd", "text/plain", Zstd.compress(text)).text("revision"))
                .isEqualTo(revision);
        assertThat(post("deflate", "text/plain", deflate(text)).text("revision"))
                .isEqualTo(revision);
        assertThat(post("identity", "text/plain", text).text("revision")).isEqualTo(revision);
        assertThat(post("GZIP", "application/json", gzip("{\"source\":\"test\",\"content\":\"x\"}".getBytes(UTF_8)))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void what_is_not_what_it_says_is_refused() throws IOException {
        byte[] whole = gzip("A text. ".repeat(1000).getBytes(UTF_8));
        for (String coding : new String[] {"gzip", "zstd", "deflate"}) {
            assertRefused(post(coding, "text/plain", "no such thing".getBytes(UTF_8)), 400, "body-garbled");
        }
        assertRefused(post("gzip", "text/plain", Arrays.copyOf(whole, whole.length - 12)), 400, "body-garbled");
        Client.Answer unknown = post("br", "text/plain", whole);
        assertRefused(unknown, 415, "unsupported-content-type");
        assertThat(unknown.response().headers().firstValue("Accept-Encoding")).hasValue("gzip, deflate, zstd");
        assertRefused(post("gzip", "text/plain", new byte[] {1}), 400, "body-garbled");
        assertRefused(post("gzip", "text/plain", new byte[0]), 400, "empty-document");
        assertRefused(post("gzip, gzip", "text/plain", gzip(whole)), 415, "unsupported-content-type");
        assertRefused(post("gzip", "text/plain", gzip(new byte[IngestTest.MAX_DOCUMENT + 1])), 413, "too-large");
    }

    @Test
    void a_bomb_is_left_unopened() throws IOException {
        byte[] line = ("{\"source\":\"test\",\"id\":\"bomb\",\"content\":\"" + " ".repeat(100_000) + "x\"}\n")
                .getBytes(UTF_8);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 2000; i++) { // 200 MB of 200 KB
                out.write(line);
            }
        }
        Client.Answer answer = post("gzip", "application/x-ndjson", bomb.toByteArray());
        JsonNode last = answer.response()
                .body()
                .lines()
                .map(Client.JSON::readTree)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(last.get("type").asString()).endsWith("packed-too-well");
        assertThat(last.get("line").asInt()).isBetween(2, 100);
    }

    @Test
    void lines_before_a_break_count_and_the_break_is_told() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random chance = new Random(1);
        for (int i = 0; i < 500; i++) {
            lines.append("{\"source\":\"test\",\"content\":\"")
                    .append(chance.nextLong())
                    .append("\"}\n");
        }
        byte[] packed = gzip(lines.toString().getBytes(UTF_8));
        Client.Answer answer = post("gzip", "application/x-ndjson", Arrays.copyOf(packed, packed.length / 2));
        JsonNode[] answers =
                answer.response().body().lines().map(Client.JSON::readTree).toArray(JsonNode[]::new);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answers.length).isGreaterThan(100);
        assertThat(answers[0].get("status").asString()).isEqualTo("accepted");
        assertThat(answers[answers.length - 1].get("type").asString()).endsWith("body-garbled");
        assertThat(answers[answers.length - 1].get("line").asInt()).isEqualTo(answers.length);
    }

    private Client.Answer post(String coding, String type, byte[] body) {
        Client client = new Client(port);
        return client.send(client.request("source=test&id=packed")
                .header("Content-Type", type)
                .header("Content-Encoding", coding)
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static void assertRefused(Client.Answer answer, int status, String kind) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("type")).endsWith(":" + kind);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater())) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
