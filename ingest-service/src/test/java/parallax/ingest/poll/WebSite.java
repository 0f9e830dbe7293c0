package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Somebody else's web server, which answers as it is told and remembers what it was asked. */
final class WebSite implements AutoCloseable {

    /** A text that nobody takes for a summary. */
    static final String LONG = "We talked for three hours about rockets and robots. ".repeat(40);

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private volatile Duration delay = Duration.ZERO;

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // sent as it is
    record Page(int status, Map<String, String> headers, byte[] body) {}

    /** What was asked, and when its answer began. */
    record Request(String path, Map<String, List<String>> headers, String body, Instant answered) {

        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    String url(String path) {
        return url("127.0.0.1", path);
    }

    /** The same site under another name: any address of the loopback network. */
    String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    void put(String path, String body) {
        put(path, 200, Map.of(), body);
    }

    void put(String path, int status, Map<String, String> headers, String body) {
        put(path, status, headers, body.getBytes(UTF_8));
    }

    void put(String path, int status, Map<String, String> headers, byte[] body) {
        pages.put(path, new Page(status, headers, body));
    }

    /** Takes its time from now on. */
    void answersAfter(Duration time) {
        delay = time;
    }

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** An item of a feed: an article at {@code path} of this site. */
    String item(String path, String text) {
        return "<item><title>" + path + "</title><link>" + url("/" + path) + "</link><guid isPermaLink=\"false\">"
                + path + "</guid><pubDate>Fri, 06 Feb 2026 08:00:00 GMT</pubDate><description>" + text
                + "</description></item>";
    }

    /** A feed of items. */
    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Desk</title><link>https://example.org/</link><language>en</language>"
                + "<managingEditor>ann@example.org (Ann Lee)</managingEditor>" + String.join("", items)
                + "</channel></rss>";
    }

    /** An article with what stands around it on its page. */
    static String page(String text) {
        return "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><nav>Menu Home About</nav><main><article><h1>Open</h1>"
                + text + "</article></main><footer>Imprint</footer></body></html>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        LockSupport.parkNanos(delay.toNanos());
        requests.add(new Request(path, Map.copyOf(exchange.getRequestHeaders()), body, Instant.now()));
        Page page = pages.getOrDefault(path, new Page(404, Map.of(), new byte[0]));
        String etag = page.headers().get("ETag");
        boolean same = etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        page.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(
                same ? 304 : page.status(), same || page.body().length == 0 ? -1 : page.body().length);
        if (!same && page.body().length > 0) {
            exchange.getResponseBody().write(page.body());
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
