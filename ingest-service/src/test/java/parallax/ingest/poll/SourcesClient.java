package parallax.ingest.poll;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import parallax.ingest.IngestTest;

/** Somebody who manages sources. */
final class SourcesClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SourcesClient() {}

    static void put(int port, String name, String url) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(port, "PUT", "/" + name, "{\"url\":\"" + url + "\"}");
        if (answer.statusCode() != 201) {
            throw new IOException(answer.body());
        }
    }

    static HttpResponse<String> send(int port, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/sources" + path))
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .header(
                        "Content-Type",
                        "application/x-www-form-urlencoded") // as curl says, unless it is told otherwise
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
