package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import parallax.ingest.IngestTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who manages sources. */
record SourcesClient(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Sets up a feed that is none yet. */
    void feed(String name, String url) throws IOException, InterruptedException {
        put(name, "{\"url\":\"" + url + "\"}", 201);
    }

    void put(String name, String body, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("PUT", "/" + name, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    JsonNode get(String name) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send("GET", "/" + name, null).body());
    }

    /** As it is once it was visited. */
    JsonNode visited(String name) {
        return await().until(
                        () -> get(name),
                        source -> source.at("/visits").has("outcome")
                                && !source.at("/visits").has("underWay"));
    }

    /** As it is once it was visited another time. */
    JsonNode visitedAgain(String name) throws IOException, InterruptedException {
        String before = visited(name).at("/visits/last").asString();
        visitAgain(name);
        return await().until(
                        () -> visited(name),
                        source -> !source.at("/visits/last").asString().equals(before));
    }

    void visitAgain(String name) throws IOException, InterruptedException {
        assertThat(send("POST", "/" + name + "/visit", "").statusCode()).isEqualTo(202);
    }

    void delete(String name) throws IOException, InterruptedException {
        send("DELETE", "/" + name, null);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body)
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
