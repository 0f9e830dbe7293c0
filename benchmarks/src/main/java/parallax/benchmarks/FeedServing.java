package parallax.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests per second of each feed of the system that runs, beside nginx serving the same bytes as files, in turns:
 * {@code FeedServing [URL [SECONDS [NGINX_PORT [KIND...]]]]}. Needs {@code wrk} and {@code nginx}. With {@code -Dingest=URL} and
 * {@code -Dtoken=TOKEN} it first fills the feeds, and measures also while an article changes twice a second.
 */
public final class FeedServing {

    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final int TURNS = 5;

    /** A feed shows fifty. */
    private static final int ARTICLES = 60;

    private static final int ITEMS = 50;

    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder = Files.createTempDirectory("parallax-nginx");
    private final String base;
    private final String seconds;
    private final int port;
    private final List<String> kinds;

    private FeedServing(String base, String seconds, int port, List<String> kinds) throws IOException {
        this.base = base;
        this.seconds = seconds;
        this.port = port;
        this.kinds = kinds;
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new FeedServing(
                        args.length > 0 ? args[0] : "http://localhost:8083",
                        args.length > 1 ? args[1] : "2",
                        args.length > 2 ? Integer.parseInt(args[2]) : 8099,
                        args.length > 3 ? List.of(args).subList(3, args.length) : List.of("stories", "articles"))
                .run();
    }

    private void run() throws IOException, InterruptedException {
        if (System.getProperty("ingest") != null) {
            fill();
        }
        List<String> feeds = new ArrayList<>();
        for (String kind : kinds) {
            for (String format : List.of("rss", "atom", "json")) {
                feeds.add("/feeds/" + kind + "." + format);
            }
        }
        for (String feed : feeds) {
            keep(feed, "", "identity");
            keep(feed, ".gzip", "gzip");
        }
        // nginx started by root reads as somebody else.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Process nginx = nginx();
        try {
            System.out.printf("%-22s %-8s %9s %10s %10s %6s%n", "feed", "as", "bytes", "nginx/s", "ours/s", "ratio");
            for (String feed : feeds) {
                for (int n = 0; n < TURNS; n++) { // until the machine's code is compiled
                    wrk(base + feed, neverAsked(feed));
                }
                row(feed, "plain", "", List.of());
                row(feed, "gzip", ".gzip", List.of("-H", "Accept-Encoding: gzip"));
                unchanged(feed);
                cold(feed);
                changing(feed);
            }
        } finally {
            nginx.destroy();
            nginx.waitFor();
        }
    }

    private void row(String feed, String form, String suffix, List<String> options)
            throws IOException, InterruptedException {
        print(feed, form, suffix, options, options);
    }

    private void unchanged(String feed) throws IOException, InterruptedException {
        print(
                feed,
                "304",
                "",
                List.of("-H", "If-None-Match: " + tag(nginxUrl(feed))),
                List.of("-H", "If-None-Match: " + tag(base + feed)));
    }

    /** A wish that nobody has had before: looked up, tagged and put together anew, for each request. */
    private void cold(String feed) throws IOException, InterruptedException {
        print(feed, "cold", "", neverAsked(feed), neverAsked(feed));
    }

    /** What readers of a newsroom at work see: many ask for one feed, and it is another one twice a second. */
    private void changing(String feed) throws IOException, InterruptedException {
        if (System.getProperty("ingest") == null) {
            return;
        }
        Thread editor = new Thread(this::edit, "editor");
        editor.start();
        try {
            print(feed, "changing", "", List.of(), List.of());
        } finally {
            editor.interrupt();
            editor.join();
        }
    }

    /** Returns once all of it stands in the feeds. */
    private void fill() throws IOException, InterruptedException {
        for (int n = 0; n < ARTICLES; n++) {
            push("serving-" + n, report(n));
        }
        for (int second = 0; second < 120; second++) {
            if (items("stories") >= ITEMS && items("articles") >= ITEMS) {
                return;
            }
            Thread.sleep(1_000);
        }
        throw new IllegalStateException("what was pushed has not come to " + base + " within two minutes");
    }

    /** Some 3.5 kilobytes, half of them in Chinese, that cover no interview: each is a story of its own. */
    private static String report(int n) {
        StringBuilder text = new StringBuilder("# Report " + n + " of the harbour, 港口报告\n");
        for (int line = 0; line < 25; line++) {
            text.append("\nPier ")
                    .append(n * 31 + line)
                    .append(" took ")
                    .append((n + 7) * (line + 3) % 97)
                    .append(" ships of *grain* and [copper](https://example.org/")
                    .append(n)
                    .append(") today.\n\n码头今天接收了 ")
                    .append((n + 3) * (line + 5) % 89)
                    .append(" 艘船，装的是粮食和铜。\n");
        }
        return text.toString();
    }

    private long items(String kind) throws IOException, InterruptedException {
        return http.send(
                                HttpRequest.newBuilder(URI.create(base + "/feeds/" + kind + ".json"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body()
                        .split("\"content_html\"", -1)
                        .length
                - 1L;
    }

    private void push(String id, String text) throws IOException, InterruptedException {
        int status = http.send(
                        HttpRequest.newBuilder(URI.create(
                                        System.getProperty("ingest") + "/v1/documents?source=bench&id=" + id))
                                .header("Authorization", "Bearer " + System.getProperty("token"))
                                .header("Content-Type", "text/markdown")
                                .POST(HttpRequest.BodyPublishers.ofString(text))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 202) {
            throw new IllegalStateException("ingest answered " + status);
        }
    }

    private void edit() {
        try {
            while (true) {
                push("changing", "# What changes\n\nEdited at " + System.nanoTime());
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is measured
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> neverAsked(String feed) throws IOException {
        Path script = folder.resolve("cold.lua");
        Files.writeString(script, """
                local n = %d
                request = function()
                  n = n + 1
                  return wrk.format("GET", "%s?lang=zh&lang=en&lang=und&lang=x" .. n)
                end
                """.formatted(System.nanoTime() % 1_000_000_000L, feed));
        return List.of("-s", script.toString());
    }

    /** The median of some turns, each nginx's and then ours and compared at once: machines have moods. */
    private void print(String feed, String form, String suffix, List<String> nginxOptions, List<String> oursOptions)
            throws IOException, InterruptedException {
        long bytes = form.equals("304") ? 0 : Files.size(folder.resolve("root" + feed + suffix));
        double[] nginx = new double[TURNS];
        double[] ours = new double[TURNS];
        double[] ratios = new double[TURNS];
        for (int n = 0; n < TURNS; n++) {
            nginx[n] = wrk(nginxUrl(feed + suffix), nginxOptions);
            ours[n] = wrk(base + feed, oursOptions);
            ratios[n] = ours[n] / nginx[n];
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s %-8s %,9d %,10.0f %,10.0f %6.2f%n",
                feed,
                form,
                bytes,
                median(nginx),
                median(ours),
                median(ratios));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private double wrk(String url, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d" + seconds + "s"));
        command.addAll(options);
        command.add(url);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher perSecond = PER_SECOND.matcher(said);
        if (!perSecond.find() || FAILED.matcher(said).find()) {
            throw new IllegalStateException("wrk failed at " + url + ":\n" + said);
        }
        return Double.parseDouble(perSecond.group(1));
    }

    private void keep(String feed, String suffix, String coding) throws IOException, InterruptedException {
        Path file = folder.resolve("root" + feed + suffix);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                http.send(
                                HttpRequest.newBuilder(URI.create(base + feed))
                                        .header("Accept-Encoding", coding)
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray())
                        .body());
    }

    private String tag(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private String nginxUrl(String path) {
        return "http://localhost:" + port + path;
    }

    private Process nginx() throws IOException, InterruptedException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(folder.resolve("root/run"), folder.toString());
        Files.writeString(configuration, """
                daemon off; worker_processes 1; pid %1$s/pid; error_log %1$s/error.log;
                events { worker_connections 256; }
                http {
                  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type application/atom+xml;
                  client_body_temp_path %1$s/t1; proxy_temp_path %1$s/t2; fastcgi_temp_path %1$s/t3;
                  uwsgi_temp_path %1$s/t4; scgi_temp_path %1$s/t5;
                  server {
                    listen 127.0.0.1:%2$d; listen [::1]:%2$d; root %1$s/root;
                    location ~ \\.gzip$ { add_header Content-Encoding gzip; }
                  }
                }
                """.formatted(folder, port));
        Process nginx = new ProcessBuilder("nginx", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                String who = http.send(
                                HttpRequest.newBuilder(URI.create(nginxUrl("/run")))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                if (!who.equals(folder.toString())) {
                    throw new IllegalStateException("another server listens to port " + port);
                }
                return nginx;
            } catch (IOException e) {
                if (nginx.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nginx: " + Files.readString(folder.resolve("out")), e);
                }
            }
        }
        nginx.destroy();
        throw new IllegalStateException("nginx does not answer");
    }
}
