package parallax.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import parallax.local.console.Console;
import parallax.local.system.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CMS of the running system, as who connects it sees it. */
final class Blog {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final State state;
    private final Console console;

    Blog(State state, Console console) {
        this.state = state;
        this.console = console;
    }

    /** Registers it and watches its first posts go out; whether none failed. */
    boolean connect(String name, Map<String, Object> body) throws IOException, InterruptedException {
        String url = state.url("publish") + "/v1/cms/" + name;
        console.step("looking at " + body.getOrDefault("url", body.getOrDefault("folder", "")));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + state.token())
                        .timeout(Duration.ofMinutes(1))
                        .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(problem(answer));
        }
        console.step((answer.statusCode() == 201 ? "connected" : "connected anew, its posts stay") + ": " + name);
        boolean well = follow(url + "/deliveries");
        console.print("");
        console.print("What was done:     " + url + "/deliveries");
        console.print("Why something not: " + url + "/why?story=STORY");
        return well;
    }

    private boolean follow(String log) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode items = JSON.readTree(http.send(
                                    HttpRequest.newBuilder(URI.create(log)).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .path("items");
            int done = 0;
            int waiting = 0;
            String trouble = "";
            for (JsonNode item : items) {
                String outcome = item.path("lastOutcome").asString("");
                switch (item.path("state").asString()) {
                    case "delivered", "unchanged" -> done++;
                    case "pending" -> {
                        waiting++;
                        trouble = outcome.isEmpty() ? trouble : outcome;
                    }
                    case "failed", "conflict" -> trouble = outcome;
                    default -> {} // superseded by a later one
                }
            }
            if (waiting == 0 || !trouble.isEmpty() || Instant.now().isAfter(end)) {
                console.step(
                        items.isEmpty()
                                ? "no story is out yet; each will be a post within seconds"
                                : done + " of its latest " + items.size() + " posts are there"
                                        + (waiting == 0 ? "" : ", " + waiting + " are on their way"));
                if (!trouble.isEmpty()) {
                    console.step("trouble: " + trouble);
                }
                return trouble.isEmpty();
            }
            console.progress(done + " of " + items.size() + " posts are there");
            Thread.sleep(200);
        }
    }

    private static String problem(HttpResponse<String> answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("title").asString("refused") + ": "
                    + problem.path("detail").asString(answer.body());
        } catch (JacksonException e) {
            return "HTTP " + answer.statusCode() + ": " + answer.body();
        }
    }
}
