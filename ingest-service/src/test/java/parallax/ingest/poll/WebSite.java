package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody else's web server, which answers as it is told and remembers what it was asked. */
final class WebSite implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @SuppressWarnings("ArrayRecordComponent") // sent as it is
    record Page(int status, Map<String, String> headers, byte[] body) {}

    record Request(String path, Map<String, List<String>> headers, String body) {

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

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(new Request(
                path,
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
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
