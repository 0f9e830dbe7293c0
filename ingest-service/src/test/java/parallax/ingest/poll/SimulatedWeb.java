package parallax.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Many hosts on one port, each with feeds that have a fault of their own; time is what {@code now} says. */
final class SimulatedWeb implements AutoCloseable {

    private static final int FEEDS_PER_HOST = 4;

    private final HttpServer server;
    private final Supplier<Instant> now;
    private final List<SimulatedFeed> feeds = new ArrayList<>();
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final List<String> rude = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();

    SimulatedWeb(int count, Instant start, Supplier<Instant> now) throws IOException {
        this.now = now;
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        for (int i = 0; i < count; i++) {
            String host = "127.1." + (i / FEEDS_PER_HOST / 200) + "." + (i / FEEDS_PER_HOST % 200 + 1);
            feeds.add(new SimulatedFeed(
                    i, "http://" + host + ":" + server.getAddress().getPort(), start));
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** How a host was treated. */
    private static final class Host {

        final AtomicInteger visitors = new AtomicInteger();
        Instant last = Instant.MIN;
        boolean told;
        Instant robots = Instant.MIN;
    }

    List<SimulatedFeed> feeds() {
        return feeds;
    }

    /** What a host would complain of. */
    List<String> complaints() {
        return List.copyOf(rude);
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Instant at = now.get();
        String path = exchange.getRequestURI().getPath();
        String name = exchange.getRequestHeaders().getFirst("Host");
        Host host = hosts.computeIfAbsent(name, any -> new Host());
        requests.incrementAndGet();
        if (host.visitors.incrementAndGet() > 1) {
            rude.add(name + path + ": two visitors at once");
        }
        try (exchange) {
            complain(host, name + path, path, at);
            SimulatedFeed.Answer answer = answer(path, exchange, host, at);
            Thread.sleep(2);
            host.visitors.decrementAndGet(); // before the visitor knows that he is served, and may come again
            send(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulatedFeed.Answer answer(String path, HttpExchange exchange, Host host, Instant at) {
        if (path.equals("/robots.txt")) {
            host.robots = at;
            return SimulatedFeed.Answer.of(200, "text/plain", "User-agent: *\nDisallow: /private/\nCrawl-delay: 2\n");
        }
        SimulatedFeed feed = feeds.get(Integer.parseInt(path.split("/", -1)[2]));
        SimulatedFeed.Answer answer = feed.answer(path, exchange.getRequestHeaders(), at);
        if (answer.headers().containsKey("Retry-After")) {
            feed.leftAloneUntil = at.plusSeconds(Long.parseLong(answer.headers().get("Retry-After")));
        }
        return answer;
    }

    private void complain(Host host, String what, String path, Instant at) {
        boolean robots = path.equals("/robots.txt");
        Duration gap = host.last.equals(Instant.MIN) ? Duration.ofDays(1) : Duration.between(host.last, at);
        // Who has just read robots.txt for the first time did not know of the delay in it.
        if (gap.compareTo(Duration.ofSeconds(host.told ? 2 : 1)) < 0) {
            rude.add(what + ": again after " + gap);
        }
        host.last = at;
        host.told = !robots;
        if (robots && host.robots.isAfter(at.minus(Duration.ofHours(24)))) {
            rude.add(what + ": robots.txt twice a day");
        }
        if (!robots && host.robots.isBefore(at.minus(Duration.ofHours(25)))) {
            rude.add(what + ": without robots.txt");
        }
        if (path.startsWith("/private/")) {
            rude.add(what + ": forbidden");
        }
        if (!robots && path.startsWith("/feed/")) {
            SimulatedFeed feed = feeds.get(Integer.parseInt(path.split("/", -1)[2]));
            if (feed.leftAloneUntil.isAfter(at)) {
                rude.add(what + ": before " + feed.leftAloneUntil);
            }
        }
    }

    private static void send(HttpExchange exchange, SimulatedFeed.Answer answer) throws IOException {
        if (answer.status() == 0) {
            return; // the line goes dead
        }
        byte[] body = answer.body();
        if ("gzip".equals(answer.headers().get("Content-Encoding"))) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(body);
            }
            body = packed.toByteArray();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 || answer.status() == 304 ? -1 : body.length);
        if (body.length > 0 && answer.status() != 304) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
