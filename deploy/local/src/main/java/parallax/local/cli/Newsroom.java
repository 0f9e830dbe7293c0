package parallax.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.local.console.Table;
import parallax.local.receiver.WebhookReceiver;
import parallax.local.system.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running system as an API client sees it. */
final class Newsroom {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final State state;
    private final String publish;

    Newsroom(State state) {
        this.state = state;
        this.publish = state.url("publish");
    }

    void connectWebhook() throws IOException, InterruptedException {
        write(
                "POST",
                "/v1/webhooks",
                Map.of(
                        "url",
                        state.receiver(),
                        "secret",
                        WebhookReceiver.SECRET,
                        "backfill",
                        true,
                        "description",
                        "the demo's receiver"));
    }

    void connectBlog(Path folder) throws IOException, InterruptedException {
        write("PUT", "/v1/cms/posts", Map.of("kind", "markdown", "folder", folder.toString()));
    }

    boolean hasStoriesOf(int documents) throws IOException, InterruptedException {
        Set<String> seen = new HashSet<>();
        for (JsonNode story : stories()) {
            story.path("articles")
                    .forEach(article -> seen.add(article.path("documentId").asString()));
        }
        return seen.size() >= documents;
    }

    /** Whether each story has reached the receiver. */
    boolean deliveredAll() throws IOException, InterruptedException {
        return get(state.receiver()).path("received").asInt() >= stories().size();
    }

    String received() throws IOException, InterruptedException {
        JsonNode got = get(state.receiver());
        return "The webhook receiver verified %d deliveries, saw %d repeated and refused %d; they stand in %s"
                .formatted(
                        got.path("received").asInt(),
                        got.path("repeated").asInt(),
                        got.path("refused").asInt(),
                        got.path("file").asString());
    }

    /** The stories as a table. */
    String report() throws IOException, InterruptedException {
        Table table = new Table(24, 32, 34).row("interview", "articles", "why they are together");
        for (JsonNode story : stories()) {
            table.row(interview(story.path("interview")), articles(story), evidence(story));
        }
        return table.toString();
    }

    private static String interview(JsonNode interview) {
        if (!interview.isObject()) {
            return "(no interview)";
        }
        List<String> lines = new ArrayList<>();
        lines.add(names(interview.path("guests")));
        if (!interview.path("hosts").isEmpty()) {
            lines.add("with " + names(interview.path("hosts")));
        }
        if (interview.path("show").isObject()) {
            lines.add("on " + interview.path("show").path("name").asString());
        }
        String earliest = interview.path("earliest").asString("");
        String latest = interview.path("latest").asString("");
        if (!earliest.isEmpty()) {
            lines.add(earliest.equals(latest) ? earliest : earliest + " to " + latest);
        }
        if (interview.path("minutes").isNumber()) {
            lines.add(interview.path("minutes").asInt() + " min");
        }
        return String.join("\n", lines);
    }

    private static String articles(JsonNode story) {
        List<String> lines = new ArrayList<>();
        story.path("articles")
                .forEach(article -> lines.add("%s [%s%s] %s"
                        .formatted(
                                article.path("documentId").asString(),
                                article.path("language").asString(),
                                article.path("draft").asBoolean() ? ", draft" : "",
                                article.path("title").asString())));
        return String.join("\n", lines);
    }

    /** The two strongest reasons of all pairs, of different kinds. */
    private static String evidence(JsonNode story) {
        List<JsonNode> terms = new ArrayList<>();
        story.path("evidence").forEach(pair -> pair.path("terms").forEach(terms::add));
        terms.sort(Comparator.comparingDouble(term -> -term.path("weight").asDouble()));
        Map<String, String> strongest = new LinkedHashMap<>();
        for (JsonNode term : terms) {
            String reason = "%+.1f %s"
                    .formatted(
                            term.path("weight").asDouble(), term.path("reason").asString());
            strongest.putIfAbsent(term.path("kind").asString(), reason);
        }
        List<String> two = strongest.values().stream().limit(2).toList();
        return two.isEmpty() ? "(one article)" : String.join("\n", two);
    }

    private static String names(JsonNode people) {
        List<String> names = new ArrayList<>();
        people.forEach(person -> names.add(person.path("name").asString()));
        return String.join(", ", names);
    }

    private List<JsonNode> stories() throws IOException, InterruptedException {
        List<JsonNode> stories = new ArrayList<>();
        get(publish + "/v1/stories").path("items").forEach(stories::add);
        return stories;
    }

    private JsonNode get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private void write(String method, String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(publish + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + state.token())
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
