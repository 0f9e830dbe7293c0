package parallax.local.push;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ingest, as one who pushes sees it. */
final class IngestClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI documents;
    private final String token;

    IngestClient(String ingest, String token) {
        this.documents = URI.create(ingest + "/v1/documents");
        this.token = token;
    }

    /** The document as a line of a bulk upload. */
    String line(Submission submission, String source, String text) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("source", source);
        line.put("id", submission.id());
        line.put("contentType", submission.contentType());
        line.put("file", submission.name());
        line.put("content", text);
        return JSON.writeValueAsString(line);
    }

    /**
     * Sends lines until each has an answer that stands.
     *
     * @return for each {@code accepted}, {@code unchanged}, or why it was refused
     */
    List<String> lines(List<String> lines) throws IOException, InterruptedException {
        String[] answers = new String[lines.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            open.add(i);
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (!open.isEmpty()) {
            HttpResponse<String> response = send(request("")
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            String.join("\n", open.stream().map(lines::get).toList())))
                    .build());
            List<Integer> later = new ArrayList<>();
            if (response.statusCode() >= 300) {
                String why = outcome(response.statusCode(), response.body());
                for (int line : open) {
                    answers[line] = why;
                }
            } else {
                List<String> told = response.body().lines().toList();
                for (int i = 0; i < open.size(); i++) {
                    int status = i < told.size() ? status(told.get(i)) : 503; // an answer that was cut short
                    answers[open.get(i)] = i < told.size() ? outcome(status, told.get(i)) : "no answer";
                    if (later(status)) {
                        later.add(open.get(i));
                    }
                }
            }
            open = later;
            if (!open.isEmpty()) {
                pause(PAUSE, end, "ingest has no room");
            }
        }
        return List.of(answers);
    }

    /** Sends a document by itself. */
    String document(Submission submission, String source, byte[] body, String type)
            throws IOException, InterruptedException {
        String query = "?source=" + encode(source)
                + (submission.id() == null ? "" : "&id=" + encode(submission.id()))
                + (submission.url() == null ? "" : "&url=" + encode(submission.url()))
                + (submission.file() == null ? "" : "&file=" + encode(submission.name()));
        HttpResponse<String> response = send(request(query)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        return outcome(response.statusCode(), response.body());
    }

    /** Fetches a page and sends it. */
    String page(Submission submission, String source) throws IOException, InterruptedException {
        HttpResponse<byte[]> page;
        try {
            page = http.send(
                    HttpRequest.newBuilder(URI.create(Objects.requireNonNull(submission.url())))
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IllegalArgumentException e) {
            return "that is no web address";
        } catch (HttpTimeoutException e) {
            return "the page did not answer in time";
        } catch (IOException e) {
            return "the page cannot be reached; is its host right?";
        }
        if (page.statusCode() != 200) {
            return "the page answered " + page.statusCode();
        }
        String type = page.headers()
                .firstValue("content-type")
                .orElse(submission.contentType())
                .replaceFirst(";.*", "")
                .strip();
        return document(submission, source, page.body(), type);
    }

    /** The answer, once it is none that asks to come again. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (!later(response.statusCode())) {
                    return response;
                }
                pause(
                        response.headers()
                                .firstValue("Retry-After")
                                .filter(seconds -> seconds.matches("\\d{1,4}"))
                                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                                .orElse(PAUSE),
                        end,
                        "ingest answers " + response.statusCode());
            } catch (ConnectException e) {
                throw new IOException("ingest does not answer at " + documents + "; is it running?", e);
            } catch (IOException e) {
                pause(PAUSE, end, "the connection to ingest broke");
            }
        }
    }

    private static void pause(Duration time, Instant end, String why) throws IOException, InterruptedException {
        if (Instant.now().plus(time).isAfter(end)) {
            throw new IOException(why + ", for " + PATIENCE.toMinutes() + " minutes now");
        }
        Thread.sleep(time.toMillis());
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(documents + query))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(2));
    }

    private static boolean later(int status) {
        return status == 429 || status == 503;
    }

    /** Of an answer's line: that of its problem, or 200. */
    private static int status(String line) {
        try {
            return JSON.readTree(line).path("status").asInt(200);
        } catch (JacksonException e) {
            return 503;
        }
    }

    private static String outcome(int status, String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return status < 300
                    ? answer.path("status").asString()
                    : answer.path("detail").asString("refused with status " + status);
        } catch (JacksonException e) {
            return "refused with status " + status;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
