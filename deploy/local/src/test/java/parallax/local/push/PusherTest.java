package parallax.local.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.local.system.Layout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push that meets faults: an ingest that has no room, breaks off, or does not want a document. The real one is pushed to in the demo. */
class PusherTest {

    private final List<String> pushed = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder;

    @TempDir
    Path data;

    HttpServer server;
    int broken;
    int busy;
    int breaksFrom = Integer.MAX_VALUE;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/v1/documents", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_push_that_came_to_its_end_is_forgotten() throws Exception {
        for (int i = 0; i < 450; i++) {
            write("post-" + i + ".md", "Text " + i);
        }
        assertThat(push().toString()).isEqualTo("accepted 450, unchanged 0, refused 0");
        assertThat(push().counts()).doesNotContainKey("skipped");
        assertThat(pushed).hasSize(900);
    }

    @Test
    void what_breaks_off_goes_on_where_it_ended() throws Exception {
        for (int i = 0; i < 450; i++) {
            write("post-" + i + ".md", "Text " + i);
        }
        breaksFrom = 400;
        assertThatThrownBy(this::push).isInstanceOf(IOException.class).hasMessageContaining("is it running");
        assertThat(pushed).hasSize(400);
        Path journal = data.resolve("pushed/test.journal");
        Files.writeString(journal, "12 34\t/half/a/li", StandardOpenOption.APPEND); // killed while writing
        close();
        breaksFrom = Integer.MAX_VALUE;
        open();
        write("post-1.md", "Changed text");
        assertThat(push().toString())
                .isEqualTo("accepted 51, unchanged 0, refused 0, skipped 399 that were acknowledged before");
    }

    @Test
    void what_is_refused_is_named_with_its_reason_and_tried_again_next_time() throws Exception {
        write("good.md", "Good");
        write("bad.md", "REFUSE");
        Files.write(folder.resolve("latin.md"), new byte[] {(byte) 0xE9});
        busy = 1;
        Pusher.Outcome outcome = push();
        assertThat(outcome.counts()).containsEntry("accepted", 2);
        assertThat(outcome.refused()).containsExactly("bad.md: Line 3: no.");
        write("a/b.md", "One");
        write("a/b.txt", "Two");
        push();
        assertThat(pushed.stream()
                        .map(PusherTest::id)
                        .filter(id -> id.startsWith("test:a"))
                        .collect(Collectors.toSet()))
                .hasSize(2)
                .contains("test:a:b");
    }

    private static String id(String line) {
        return line.startsWith("{")
                ? JsonMapper.shared().readTree(line).path("id").asString()
                : line;
    }

    private Pusher.Outcome push() throws Exception {
        Journal journal = Journal.open(new Layout(data, data), "test", false);
        return new Pusher("http://localhost:" + server.getAddress().getPort(), "token", journal)
                .push(List.of(new Argument(folder.toString(), "test")), "test", count -> {}, more -> {});
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (busy > 0) {
            busy--;
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
            return;
        }
        List<String> lines =
                "application/x-ndjson".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                        ? body.lines().toList()
                        : List.of(exchange.getRequestURI().toString());
        StringBuilder answers = new StringBuilder();
        for (String line : lines) {
            JsonNode json = line.startsWith("{")
                    ? JsonMapper.shared().readTree(line)
                    : JsonMapper.shared().createObjectNode();
            boolean refused = json.path("content").asString("").equals("REFUSE");
            answers.append(refused ? "{\"status\":422,\"detail\":\"Line 3: no.\"}" : "{\"status\":\"accepted\"}")
                    .append('\n');
            if (!refused) {
                pushed.add(line);
            }
        }
        byte[] bytes = answers.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
        if (pushed.size() >= breaksFrom) {
            new Thread(() -> server.stop(0)).start();
        }
    }
}
