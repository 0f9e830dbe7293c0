package parallax.publish.cms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import parallax.testing.TestKafka;

/** A real WordPress: Debian's, on a database of its own and PHP's own server. */
final class WordPressServer implements AutoCloseable {

    static final String USER = "admin";

    private final Path folder = Files.createTempDirectory("parallax-wordpress");
    private final int port = TestKafka.freePort();
    private final List<Process> processes = new ArrayList<>();
    private final String password;
    private final String contributorsPassword;

    WordPressServer() throws IOException, InterruptedException {
        Path database = folder.resolve("db");
        Path socket = folder.resolve("db.sock");
        run(
                "mariadb-install-db",
                "--no-defaults",
                "--datadir=" + database,
                "--auth-root-authentication-method=normal",
                "--user=root");
        start(
                "mariadbd",
                "--no-defaults",
                "--datadir=" + database,
                "--socket=" + socket,
                "--skip-networking",
                "--user=root");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> exit("mariadb-admin", "--no-defaults", "--socket=" + socket, "ping") == 0);
        run(
                "mariadb",
                "--no-defaults",
                "--socket=" + socket,
                "-e",
                "create database wp; create user wp@localhost identified by 'wp'; grant all on wp.* to wp@localhost");
        Path site = folder.resolve("site");
        run("cp", "-rL", "/usr/share/wordpress", site.toString());
        Files.deleteIfExists(site.resolve("wp-config.php"));
        Files.writeString(site.resolve("wp-config.php"), """
                <?php
                define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp');
                define('DB_HOST', 'localhost:%s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
                define('WP_HOME', '%s'); define('WP_SITEURL', '%s'); define('WP_ENVIRONMENT_TYPE', 'local');
                define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
                foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $k) { define($k . '_KEY', $k); define($k . '_SALT', $k); }
                $table_prefix = 'wp_';
                if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
                require_once ABSPATH . 'wp-settings.php';
                """.formatted(socket, url(), url()));
        Files.writeString(folder.resolve("router.php"), """
                <?php
                $path = __DIR__ . '/site' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
                if (is_file($path)) { return false; }
                chdir(__DIR__ . '/site'); $_SERVER['SCRIPT_NAME'] = '/index.php'; require __DIR__ . '/site/index.php';
                """);
        Path theme = Files.createDirectories(site.resolve("wp-content/themes/plain")); // Debian's comes without one
        Files.writeString(theme.resolve("style.css"), "/* Theme Name: Plain */");
        Files.writeString(theme.resolve("index.php"), """
                <!doctype html><html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><body>
                <?php while (have_posts()) { the_post(); the_title('<h1>', '</h1>'); the_content(); } ?></body></html>
                """);
        Files.writeString(folder.resolve("install.php"), """
                <?php
                define('WP_INSTALLING', true);
                require __DIR__ . '/site/wp-load.php';
                require ABSPATH . 'wp-admin/includes/upgrade.php';
                wp_install('Test', 'admin', 'admin@example.org', true, '', 'secret-of-the-person');
                update_option('template', 'plain');
                update_option('stylesheet', 'plain');
                $made = WP_Application_Passwords::create_new_application_password(1, ['name' => 'parallax']);
                echo "\\nPASSWORD=" . $made[0] . "\\n";
                $other = wp_insert_user(['user_login' => 'contributor', 'user_pass' => 'x', 'role' => 'contributor']);
                $made = WP_Application_Passwords::create_new_application_password($other, ['name' => 'parallax']);
                echo "\\nCONTRIBUTOR=" . $made[0] . "\\n";
                """);
        List<String> said =
                output("php", folder.resolve("install.php").toString()).lines().toList();
        this.password = said(said, "PASSWORD=");
        this.contributorsPassword = said(said, "CONTRIBUTOR=");
        Files.createDirectories(plugins());
        Files.copy(Path.of("../deploy/wordpress/parallax.php"), plugins().resolve("parallax.php"));
        Files.writeString(plugins().resolve("blocks.php"), """
                <?php
                if (isset($_GET['blocked'])) {
                    add_filter('rest_authentication_errors', function () {
                        return new WP_Error('rest_login_required', 'The REST API is for members only.', ['status' => 401]);
                    });
                }
                """);
        ProcessBuilder php = new ProcessBuilder(
                "php",
                "-S",
                "127.0.0.1:" + port,
                "-t",
                site.toString(),
                folder.resolve("router.php").toString());
        php.environment().put("PHP_CLI_SERVER_WORKERS", "4");
        processes.add(quiet(php).start());
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !call(
                        "GET", "/wp/v2/types", Map.of())
                .isEmpty());
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Of the user "contributor", who may write, but not publish. */
    String contributorsPassword() {
        return contributorsPassword;
    }

    /** Puts an image into the library, as a person does; returns its id. */
    String upload() throws IOException, InterruptedException {
        byte[] pixel = java.util.Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url() + "/?rest_route=/wp/v2/media"))
                                .header("Authorization", authorization())
                                .header("Content-Type", "image/png")
                                .header("Content-Disposition", "attachment; filename=own.png")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(pixel))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("the upload answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().replaceFirst("(?s).*?\"id\":(\\d+).*", "$1");
    }

    private String authorization() {
        return new WordPressConfig(url(), USER, password, "publish", null).authorization();
    }

    /** What a visitor sees. */
    String visit(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private Path plugins() {
        return folder.resolve("site/wp-content/mu-plugins");
    }

    private static String said(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.startsWith(what))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.join("\n", lines)))
                .substring(what.length());
    }

    String password() {
        return password;
    }

    /** A request as the person who owns the blog makes it. */
    String call(String method, String route, Map<String, String> form) throws IOException, InterruptedException {
        StringBuilder uri = new StringBuilder(url()).append("/?rest_route=").append(route);
        form.forEach((name, value) -> uri.append('&')
                .append(name)
                .append('=')
                .append(java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(uri.toString()))
                                .header("Authorization", authorization())
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(route + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private void start(String... command) throws IOException {
        processes.add(quiet(new ProcessBuilder(command)).start());
    }

    private ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private void run(String... command) throws IOException, InterruptedException {
        if (exit(command) != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + ":\n" + Files.readString(folder.resolve("log")));
        }
    }

    private int exit(String... command) throws IOException, InterruptedException {
        return quiet(new ProcessBuilder(command)).start().waitFor();
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Override
    public void close() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }
}
