package parallax.local.push;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pushes documents to ingest. */
public final class Pusher {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String ingest;
    private final String token;

    /** Pushes to the ingest at that address, with that token. */
    public Pusher(String ingest, String token) {
        this.ingest = ingest;
        this.token = token;
    }

    /**
     * What became of the documents.
     *
     * @param counts how many were {@code accepted} and {@code unchanged}
     * @param refused a line for each that was not taken, saying why
     */
    public record Outcome(Map<String, Integer> counts, List<String> refused) {

        @Override
        public String toString() {
            return "accepted %d, unchanged %d, refused %d"
                    .formatted(counts.getOrDefault("accepted", 0), counts.getOrDefault("unchanged", 0), refused.size());
        }
    }

    /**
     * Pushes what {@code arguments} stand for.
     *
     * @param source the name of the source they come from
     * @param count told how many there are, before the first
     * @param done told after each
     */
    public Outcome push(List<String> arguments, String source, Consumer<Integer> count, Runnable done)
            throws IOException, InterruptedException {
        List<Submission> submissions = arguments.stream()
                .flatMap(argument -> Submission.of(argument).stream())
                .toList();
        count.accept(submissions.size());
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (Submission submission : submissions) {
            String answer = push(submission, source);
            if (answer.equals("accepted") || answer.equals("unchanged")) {
                counts.merge(answer, 1, Integer::sum);
            } else {
                refused.add(submission.name() + ": " + answer);
            }
            done.run();
        }
        return new Outcome(counts, refused);
    }

    private String push(Submission submission, String source) throws IOException, InterruptedException {
        byte[] body;
        String type = submission.contentType();
        if (submission.file() != null) {
            body = Files.readAllBytes(submission.file());
        } else {
            HttpResponse<byte[]> page = http.send(
                    HttpRequest.newBuilder(URI.create(Objects.requireNonNull(submission.url())))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (page.statusCode() != 200) {
                return "the page answered " + page.statusCode();
            }
            body = page.body();
            type = page.headers()
                    .firstValue("content-type")
                    .orElse(type)
                    .replaceFirst(";.*", "")
                    .strip();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(ingest + "/v1/documents?source=" + encode(source)
                        + (submission.id() == null ? "" : "&id=" + encode(submission.id()))
                        + (submission.url() == null ? "" : "&url=" + encode(submission.url()))))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return outcome(response);
    }

    private static String outcome(HttpResponse<String> response) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            return response.statusCode() < 300
                    ? answer.path("status").asString()
                    : answer.path("detail").asString("refused with status " + response.statusCode());
        } catch (JacksonException e) {
            return "refused with status " + response.statusCode();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
