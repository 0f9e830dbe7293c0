package parallax.publish.cms;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import parallax.testing.TestKafka;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Ghost on SQLite, as {@code ./parallax verify} installs it. */
final class GhostServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder = Files.createTempDirectory("parallax-ghost");
    private final int port = TestKafka.freePort();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Process process;
    private final String key;
    private final String contentKey;

    GhostServer() throws IOException, InterruptedException {
        Path home = home();
        copy(home.resolve("package/content"), folder.resolve("content"));
        ProcessBuilder ghost = new ProcessBuilder(
                        home.resolve("node/node_modules/node/bin/node").toString(), "index.js")
                .directory(home.resolve("package").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        ghost.environment()
                .putAll(Map.ofEntries(
                        Map.entry("NODE_ENV", "production"),
                        Map.entry("url", url()),
                        Map.entry("server__host", "127.0.0.1"),
                        Map.entry("server__port", "" + port),
                        Map.entry("database__client", "sqlite3"),
                        Map.entry(
                                "database__connection__filename",
                                folder.resolve("ghost.db").toString()),
                        Map.entry("database__useNullAsDefault", "true"),
                        Map.entry(
                                "paths__contentPath", folder.resolve("content").toString()),
                        Map.entry("privacy__useUpdateCheck", "false"),
                        Map.entry("privacy__useGravatar", "false"),
                        Map.entry("privacy__useRpcPing", "false"),
                        Map.entry("security__staffDeviceVerification", "false"), // else the first login wants a mail
                        Map.entry("logging__level", "error"),
                        Map.entry("mail__transport", "Direct")));
        process = ghost.start();
        try {
            Awaitility.await("Ghost; its log is " + folder.resolve("log"))
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> send("GET", "site/", null, null).statusCode() == 200);
            owner("POST", "authentication/setup/", """
                    {"setup":[{"name":"Ann","email":"ann@example.org","password":"secret-of-the-person","blogTitle":"Test"}]}""");
            owner("POST", "session/", """
                    {"username":"ann@example.org","password":"secret-of-the-person"}""");
            JsonNode keys = JSON.readTree(owner("POST", "integrations/?include=api_keys", """
                            {"integrations":[{"name":"parallax"}]}"""))
                    .path("integrations")
                    .path(0)
                    .path("api_keys");
            String admin = "";
            String content = "";
            for (JsonNode one : keys) {
                if (one.path("type").asString().equals("admin")) {
                    admin = one.path("secret").asString();
                } else {
                    content = one.path("secret").asString();
                }
            }
            key = admin;
            contentKey = content;
        } catch (RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    /** Where {@code ./parallax verify} installs it. */
    private static Path home() {
        String cache =
                System.getenv().getOrDefault("PARALLAX_CACHE", System.getProperty("user.home") + "/.cache/parallax");
        return Path.of(cache, "ghost");
    }

    /** How many files lie among the images. */
    int images() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("content/images"))) {
            return (int) files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().equals("README.md"))
                    .count();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String key() {
        return key;
    }

    String contentKey() {
        return contentKey;
    }

    /** The own Admin API key of a new member of staff; by Ghost's own database driver, for invitations go by mail. */
    String staffKey(String role) {
        try {
            Process script = new ProcessBuilder(
                            home().resolve("node/node_modules/node/bin/node").toString(),
                            "-e",
                            STAFF,
                            folder.resolve("ghost.db").toString(),
                            role)
                    .directory(home().resolve("package").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!said.matches(GhostToken.KEY)) {
                throw new IllegalStateException(said);
            }
            return said;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final String STAFF = """
            const crypto = require('crypto');
            const db = require('better-sqlite3')(process.argv[1]);
            const name = process.argv[2];
            const id = () => crypto.randomBytes(12).toString('hex');
            const role = db.prepare('select id from roles where name = ?').get(name).id;
            const add = (table, row) => db.prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(k => '@' + k)})`).run(row);
            const owner = db.prepare('select * from users limit 1').get();
            const user = {...owner, id: id(), name, slug: name.toLowerCase(), email: name + '@example.org'};
            add('users', user);
            add('roles_users', {id: id(), role_id: role, user_id: user.id});
            const key = {id: id(), type: 'admin', secret: crypto.randomBytes(32).toString('hex'), role_id: role, user_id: user.id,
                created_at: owner.created_at, updated_at: owner.created_at};
            add('api_keys', key);
            console.log(key.id + ':' + key.secret);
            """;

    /** What a visitor sees; 404 included. */
    HttpResponse<String> visit(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** All posts that {@code filter} finds, with text and tags. */
    JsonNode posts(String filter) throws IOException, InterruptedException {
        return JSON.readTree(send(
                                "GET",
                                "posts/?limit=100&formats=lexical,html&filter="
                                        + URLEncoder.encode(filter, StandardCharsets.UTF_8),
                                null,
                                GhostToken.of(key, Instant.now()))
                        .body())
                .path("posts");
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                send("GET", path, null, GhostToken.of(key, Instant.now())).body());
    }

    /** As the person who owns the blog writes it. */
    String owner(String method, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body, null);
        if (answer.statusCode() >= 300) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + "/ghost/api/admin/" + path))
                .header("Content-Type", "application/json")
                .header("Origin", url())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Ghost " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        if (new ProcessBuilder("cp", "-r", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("no Ghost in " + from + ": ./parallax verify installs it");
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
