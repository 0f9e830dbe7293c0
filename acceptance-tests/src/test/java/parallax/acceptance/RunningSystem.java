package parallax.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parallax started as a user starts it, each test class on ports and in a folder of its own. */
final class RunningSystem implements AutoCloseable {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private JsonNode status;

    private RunningSystem(Path data) {
        this.data = data;
        this.status = JSON.createObjectNode();
    }

    /** Starts it and returns once it is ready. */
    static RunningSystem start(int ports, String... options) {
        try {
            RunningSystem system = new RunningSystem(Files.createTempDirectory("parallax-acceptance"));
            List<String> command = new ArrayList<>(List.of("up", "--detach", "--no-build", "--ports", "" + ports));
            command.addAll(List.of(options));
            system.parallax(command.toArray(String[]::new));
            system.status = JSON.readTree(system.parallax("status", "--json"));
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./parallax} with the launcher that was just built; returns what it printed, fails if it does. */
    String parallax(String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dparallax.root=" + ROOT,
                    "-Dfile.encoding=UTF-8",
                    "-cp",
                    classpath(),
                    "parallax.local.cli.Parallax"));
            command.addAll(List.of(arguments));
            command.addAll(List.of("--data", data.toString()));
            Path out = Files.createTempFile("parallax", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            int exit = process.waitFor();
            String printed = Files.readString(out);
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", arguments) + " failed:\n" + printed + logs());
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String url(String service) {
        return status.path("urls").path(service).asString();
    }

    String management(String service) {
        return status.path("management").path(service).asString();
    }

    String receiver() {
        return status.path("receiver").asString();
    }

    Path data() {
        return data;
    }

    Path posts() {
        return data.resolve("posts");
    }

    long pid(String process) {
        for (JsonNode one : JSON.readTree(parallax("status", "--json")).path("processes")) {
            if (one.path("name").asString().equals(process)) {
                return one.path("pid").asLong();
            }
        }
        throw new IllegalArgumentException("no process " + process);
    }

    /** Kills as {@code kill -9} does, and returns once its follower answers. */
    void kill(String process, String healthUrl) {
        ProcessHandle victim = ProcessHandle.of(pid(process)).orElseThrow();
        victim.destroyForcibly();
        victim.onExit().join();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> {
            try {
                return get(healthUrl).statusCode() == 200;
            } catch (UncheckedIOException e) {
                return false; // not yet
            }
        });
    }

    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    JsonNode json(String url) {
        return JSON.readTree(get(url).body());
    }

    HttpResponse<String> post(String url, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + status.path("token").asString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> request(String method, String url, Map<String, Object> body) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + status.path("token").asString())
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Pushes the five seeds and connects the receiver and a folder of posts, as the demo does. */
    void connectAndPushSeeds() {
        String secret = "whsec_cGFyYWxsYXgtZGVtby1yZWNlaXZlci1zZWNyZXQ=";
        request("POST", url("publish") + "/v1/webhooks", Map.of("url", receiver(), "secret", secret));
        request("PUT", url("publish") + "/v1/cms/posts", Map.of("kind", "markdown", "folder", posts().toString()));
        parallax("ingest", ROOT.resolve("seeds").toString());
    }

    List<JsonNode> stories() {
        List<JsonNode> stories = new ArrayList<>();
        json(url("publish") + "/v1/stories").path("items").forEach(stories::add);
        return stories;
    }

    List<Path> postFiles() {
        try (Stream<Path> files = Files.list(posts())) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        parallax("stop");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String logs() {
        StringBuilder text = new StringBuilder();
        File[] files = data.resolve("logs").toFile().listFiles();
        for (File file : files == null ? new File[0] : files) {
            try {
                List<String> lines = Files.readAllLines(file.toPath());
                text.append("\n--- ").append(file.getName()).append('\n');
                lines.subList(Math.max(0, lines.size() - 15), lines.size())
                        .forEach(line -> text.append(line).append('\n'));
            } catch (IOException e) {
                text.append(e.getMessage());
            }
        }
        return text.toString();
    }

    private static String classpath() throws IOException {
        Path target = ROOT.resolve("deploy/local/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("local-.*\\.jar"))
                            .map(Path::toString)
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("the launcher is not built: " + target))
                    + File.pathSeparator
                    + target.resolve("lib")
                    + File.separator
                    + "*";
        }
    }
}
