package parallax.publish.cms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Stands before a server, and loses requests, so that nothing is done, or answers: the server has done it, and nobody hears of it. */
final class LossyRelay implements AutoCloseable {

    /** What becomes of an exchange. */
    enum Fault {
        NONE,
        REQUEST_LOST,
        ANSWER_LOST,
        /** Status 429, and to come again in 90 seconds. */
        TOO_MANY
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String target;
    private final Supplier<Fault> faults;

    LossyRelay(String target, Supplier<Fault> faults) throws IOException {
        this.target = target;
        this.faults = faults;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::relay);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void relay(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(exchange)))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : new String[] {"Authorization", "Content-Type", "Accept", "Accept-Version"}) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        Fault fault = faults.get();
        if (fault == Fault.REQUEST_LOST) {
            exchange.close();
            return;
        }
        if (fault == Fault.TOO_MANY) {
            exchange.getResponseHeaders().add("Retry-After", "90");
            byte[] said = "{\"code\":\"too_many\",\"message\":\"slow down\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(429, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
            return;
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (fault == Fault.NONE) {
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    /** A target that ends in a parameter gets the request's own after it. */
    private String address(HttpExchange exchange) {
        URI asked = exchange.getRequestURI();
        return target.endsWith("&") ? target + asked.getRawQuery() : target + asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
