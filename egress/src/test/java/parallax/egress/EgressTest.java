package parallax.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressTest {

    private static final EgressSettings SETTINGS =
            new EgressSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 10, 10, "Parallax/1");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private URI uri;

    /** Its answer has no end, and comes a byte now and then. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    out.write('.');
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** A byte now and then keeps every time-out of a socket from ending: the whole has one. */
    @Test
    void an_answer_that_drips_is_given_up_in_time() {
        try (Egress egress = Egress.open(List.of("127.0.0.0/8"), SETTINGS)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> egress.send(Outgoing.get(uri, Map.of()), Duration.ofSeconds(1), 1_000_000))
                    .isInstanceOf(NoReplyException.class)
                    .hasMessage("no answer within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(10));
        }
    }

    @Test
    void of_an_answer_without_end_no_more_is_read_than_is_wanted() throws NoReplyException {
        EgressSettings one = new EgressSettings(Duration.ofSeconds(5), Duration.ofSeconds(20), 1, 1, "Parallax/1");
        try (Egress egress = Egress.open(List.of("127.0.0.0/8"), one)) {
            long start = System.nanoTime();
            for (int time = 0; time < 3; time++) { // and the connection is not kept from others
                assertThat(egress.send(Outgoing.get(uri, Map.of()), Duration.ofSeconds(20), 5)
                                .text())
                        .isEqualTo(".....");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
