package parallax.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sender. */
final class Client {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Client(int port) {
        this.port = port;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer markdown(String id, String text) {
        return post("text/markdown", "source=test&id=" + encode(id), text.getBytes(StandardCharsets.UTF_8));
    }

    Answer json(String body) {
        return post("application/json", "", body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String type, String query, byte[] body) {
        return send(request(query)
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer delete(String id) {
        return send(HttpRequest.newBuilder(URI.create(base() + "/" + encode(id)))
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .DELETE());
    }

    HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(base() + (query.isEmpty() ? "" : "?" + query)));
    }

    Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        boolean lines = response.headers().firstValue("Content-Type").orElse("").contains("ndjson");
        JsonNode body = json && !lines ? JSON.readTree(response.body()) : JSON.createObjectNode();
        return new Answer(response.statusCode(), body, response);
    }

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String base() {
        return "http://localhost:" + port + "/v1/documents";
    }
}
