package parallax.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.ingest.IngestSettings;

/** A visit to one host: one request after the other, with the pauses it asks for. */
public final class HostVisit implements AutoCloseable {

    private final String host;
    private final HostTable table;
    private final Fetcher fetcher;
    private final Clock clock;
    private final Pause pause;
    private final IngestSettings.Polling settings;
    private Instant nextAt;
    private @Nullable BaseRobotRules rules;

    HostVisit(
            String host, HostTable table, Fetcher fetcher, Clock clock, Pause pause, IngestSettings.Polling settings) {
        this.host = host;
        this.table = table;
        this.fetcher = fetcher;
        this.clock = clock;
        this.pause = pause;
        this.settings = settings;
        this.nextAt = clock.instant();
    }

    /**
     * Asks for an address of this host.
     *
     * @param most bytes of the body
     * @throws FetchFailed if there is no answer, or robots.txt does not want us there
     */
    public Fetched get(URI address, Map<String, String> headers, int most) throws FetchFailed {
        if (!rules(address).isAllowed(address.toString())) {
            throw new FetchFailed(
                    "robots.txt of " + host + " does not want " + address.getRawPath() + " to be visited.");
        }
        return ask(address, headers, most);
    }

    private Fetched ask(URI address, Map<String, String> headers, int most) throws FetchFailed {
        waitForTurn();
        table.keep(host, clock.instant().plus(settings.hold()));
        try {
            return fetcher.get(address, headers, most);
        } finally {
            nextAt = clock.instant().plus(rest());
        }
    }

    private void waitForTurn() throws FetchFailed {
        Instant now = clock.instant();
        if (nextAt.isAfter(now)) {
            table.keep(host, nextAt.plus(settings.hold()));
            try {
                pause.take(Duration.between(now, nextAt));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FetchFailed("The visit was broken off.");
            }
        }
    }

    private BaseRobotRules rules(URI address) throws FetchFailed {
        BaseRobotRules known = rules;
        if (known == null) {
            known = robots(address)
                    .rules(address.getScheme() + "://" + host + "/robots.txt", settings.longestCrawlDelay());
            rules = known;
        }
        return known;
    }

    private Robots robots(URI address) throws FetchFailed {
        Instant now = clock.instant();
        Optional<Robots> known = table.robots(host, now);
        if (known.isPresent()) {
            return known.get();
        }
        Robots robots = fetchRobots(address.resolve("/robots.txt"));
        Duration good = robots.status() >= 500 ? settings.robotsRetry() : settings.robotsKept();
        table.learn(host, robots, clock.instant().plus(good)); // it may have waited for its turn
        return robots;
    }

    private Robots fetchRobots(URI address) throws FetchFailed {
        try {
            Fetched fetched = ask(address, Map.of(), settings.maxRobotsSize());
            for (int step = 0; fetched.redirects() && step < settings.redirects(); step++) {
                fetched = ask(fetched.target(), Map.of(), settings.maxRobotsSize());
            }
            return Robots.of(fetched.status(), fetched.body());
        } catch (FetchFailed e) {
            return Robots.UNREACHABLE;
        }
    }

    private Duration rest() {
        BaseRobotRules known = rules;
        long asked = known == null ? 0 : Math.max(0, known.getCrawlDelay());
        Duration delay = Duration.ofMillis(asked);
        return delay.compareTo(settings.hostPause()) > 0 ? delay : settings.hostPause();
    }

    /** Leaves the host, which then has its rest. */
    @Override
    public void close() {
        Instant now = clock.instant();
        table.release(host, now, nextAt.isAfter(now) ? nextAt : now);
    }
}
