package parallax.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What an operator sees. */
@IngestTest
class OperationsIT {

    @LocalManagementPort
    int port;

    @Test
    void health_tells_of_kafka_and_the_database() throws Exception {
        String health = get("/actuator/health");
        assertThat(health).contains("\"kafka\":{").contains("\"db\":{").startsWith("{\"components\"");
        assertThat(health).contains("\"status\":\"UP\"").doesNotContain("DOWN");
    }

    @Test
    void every_outcome_is_counted_from_the_start() throws Exception {
        String metrics = get("/actuator/prometheus");
        for (String outcome : new String[] {"accepted", "unchanged", "rejected", "withdrawn"}) {
            assertThat(metrics)
                    .containsPattern("parallax_documents_received_total\\{outcome=\"" + outcome
                            + "\",service=\"ingest-service\"} \\d");
        }
        assertThat(metrics).contains("parallax_accept_seconds_count");
    }

    private String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
