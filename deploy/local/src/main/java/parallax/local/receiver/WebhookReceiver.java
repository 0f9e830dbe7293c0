package parallax.local.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes webhooks, verifies their signatures with another's library, and keeps what came: {@code WebhookReceiver PORT FILE}. */
public final class WebhookReceiver {

    /** Shared with publish by the demo; the receiver listens to this machine only. */
    public static final String SECRET = "whsec_cGFyYWxsYXgtZGVtby1yZWNlaXZlci1zZWNyZXQ=";

    private static final int MOST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final Webhook webhook = new Webhook(SECRET);
    private final Set<String> ids = new HashSet<>();
    private int received;
    private int repeated;
    private int refused;

    private WebhookReceiver(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                received++;
                ids.add(JSON.readTree(line).path("id").asString());
            }
        }
    }

    /** Runs until it is told to stop. */
    public static void main(String[] args) throws IOException {
        WebhookReceiver receiver = new WebhookReceiver(Path.of(args[1]));
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/", receiver::handle);
        server.start();
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, take(exchange), "");
            } else {
                answer(exchange, 200, JSON.writeValueAsString(summary()));
            }
        }
    }

    private int take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(MOST), StandardCharsets.UTF_8);
        try {
            webhook.verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
        } catch (WebhookVerificationException e) {
            refused++;
            return 401;
        }
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (!ids.add(id)) {
            repeated++;
            return 204;
        }
        received++;
        JsonNode event = JSON.readTree(body);
        String line = JSON.writeValueAsString(Map.of("id", id, "event", event)) + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return 204;
    }

    private Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("received", received);
        summary.put("repeated", repeated);
        summary.put("refused", refused);
        summary.put("file", file.toString());
        return summary;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
