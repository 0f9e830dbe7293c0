package parallax.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;

/** Many documents in one body; the test context takes three lines at a time. */
@IngestTest
class BulkUploadIT {

    @LocalServerPort
    int port;

    @Test
    void good_and_bad_lines_are_answered_in_their_order() {
        String tooLong = "x".repeat(2 * IngestTest.MAX_DOCUMENT + 70_000);
        String body = String.join(
                "\n",
                line("bulk-1", "one"),
                "{\"source\":\"test\",\"content\":",
                line("bulk-1", "one"),
                "",
                line("bulk-1", "two"),
                line("bulk 2", "bad id"),
                line("bulk-3", tooLong),
                line("bulk-4", "x".repeat(IngestTest.MAX_DOCUMENT + 1)),
                line("bulk-5", "five"));
        try (RawTopic topic = new RawTopic()) {
            Client.Answer answer = new Client(port).post("application/x-ndjson", "", body.getBytes(UTF_8));
            assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
            assertThat(answer.status()).isEqualTo(200);
            List<JsonNode> lines =
                    answer.response().body().lines().map(Client.JSON::readTree).toList();
            assertThat(lines)
                    .extracting(line -> line.get("status").asString())
                    .containsExactly("accepted", "400", "unchanged", "accepted", "400", "413", "413", "accepted");
            assertThat(lines)
                    .filteredOn(line -> line.get("status").isNumber())
                    .extracting(line -> line.get("line").asInt())
                    .containsExactly(2, 6, 7, 8);
            assertThat(lines.get(1).get("type").asString()).isEqualTo("urn:parallax:problem:invalid-json");
            assertThat(lines.get(1).get("detail").asString()).startsWith("Column ");
            assertThat(lines.get(4).get("detail").asString()).contains("character 5 is U+0020");
            assertThat(topic.news().stream()
                            .map(record -> record.key() + " "
                                    + Client.JSON
                                            .readTree(record.value())
                                            .get("content")
                                            .asString()))
                    .containsExactlyInAnyOrder("bulk-1 one", "bulk-1 two", "bulk-5 five");
        }
    }

    @Test
    void who_reads_nothing_before_all_is_sent_is_answered_all_the_same() throws Exception {
        int count = 60_000; // whose answers are more than any connection holds
        byte[] blanks = "{}\n".repeat(count).getBytes(UTF_8);
        try (Socket socket = new Socket("localhost", port)) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/documents HTTP/1.0\r\nAuthorization: Bearer "
                            + IngestTest.TOKEN + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                            + blanks.length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(blanks);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer.lines().filter(line -> line.contains("source-missing") || line.contains("\"line\":")))
                    .hasSize(count);
        }
        assertThat(Path.of(System.getProperty("java.io.tmpdir"))
                        .toFile()
                        .list((folder, name) -> name.startsWith("parallax-answers")))
                .isEmpty();
    }

    private static String line(String id, String content) {
        return "{\"source\":\"test\",\"id\":\"" + id + "\",\"content\":\"" + content + "\"}";
    }
}
