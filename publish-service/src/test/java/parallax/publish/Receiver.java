package parallax.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A webhook endpoint that keeps what it gets, and answers as it is told. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final String path = "/" + Samples.id("hook");
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile boolean hanging;
    private volatile @Nullable String retryAfter;
    private final Deque<Integer> answers = new ConcurrentLinkedDeque<>();

    Receiver(Integer... answers) throws IOException {
        this.answers.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, this::take);
        server.start();
    }

    /** No other's: an endpoint of an earlier test may still be registered under the port that is used again here. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Received> all() {
        return received;
    }

    /** What it got about a story. */
    List<Received> about(String story) {
        return received.stream().filter(one -> one.body().contains(story)).toList();
    }

    /** With each answer it asks to be left alone for so long. */
    void retryAfter(String value) {
        retryAfter = value;
    }

    /** From now on it takes what comes and answers nothing, as long as it is open. */
    void hang() {
        hanging = true;
    }

    /** From now on it takes all that comes, whatever it was to answer. */
    void recover() {
        answers.clear();
    }

    private void take(HttpExchange exchange) throws IOException {
        if (hanging) {
            received.add(new Received(
                    HttpHeaders.of(exchange.getRequestHeaders(), (a, b) -> true),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    Instant.now()));
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(HttpHeaders.of(exchange.getRequestHeaders(), (a, b) -> true), body, Instant.now()));
        Integer answer = answers.poll();
        exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Received(HttpHeaders headers, String body, Instant at) {

        String id() {
            return headers.firstValue("webhook-id").orElse("");
        }
    }
}
