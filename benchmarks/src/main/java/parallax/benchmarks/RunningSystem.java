package parallax.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that {@code ./parallax up} has started. */
final class RunningSystem {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonNode state;

    /** The one whose data lies in this folder. */
    RunningSystem(Path data) throws IOException {
        this.state = JsonMapper.shared().readTree(Files.readString(data.resolve("state.json")));
    }

    /** Pushes documents, one a line. */
    <T> HttpResponse<T> push(HttpRequest.BodyPublisher lines, HttpResponse.BodyHandler<T> answer)
            throws IOException, InterruptedException {
        HttpRequest push = HttpRequest.newBuilder(URI.create(url("urls", "ingest") + "/v1/documents"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + state.path("token").asString())
                .timeout(Duration.ofMinutes(30))
                .POST(lines)
                .build();
        HttpResponse<T> response = http.send(push, answer);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("ingest answered " + response.statusCode());
        }
        return response;
    }

    /** The sum of a metric's values, of those whose labels hold {@code label}. */
    double metric(String service, String name, String label) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create(url("management", service) + "/actuator/prometheus"))
                .build();
        return http.send(ask, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Where its broker is: ports keep their distances. */
    String bootstrap() {
        return "localhost:" + (URI.create(url("urls", "ingest")).getPort() - 1 + 1012);
    }

    private String url(String kind, String service) {
        return state.path(kind).path(service).asString();
    }
}
