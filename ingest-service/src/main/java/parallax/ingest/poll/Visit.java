package parallax.ingest.poll;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parallax.ingest.feed.Warning;
import parallax.ingest.fetch.FetchFailed;
import parallax.ingest.fetch.Fetched;
import parallax.ingest.fetch.HostVisit;
import parallax.ingest.fetch.Hosts;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceState;

/** One visit to a source: the hosts it has entered, and what it found wrong. */
final class Visit implements AutoCloseable {

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    private final Source source;
    private final Instant at;
    private final Hosts hosts;
    private final int redirects;
    private final Map<String, HostVisit> entered = new HashMap<>();
    private final Map<String, Warning> warnings = new LinkedHashMap<>();
    private int pages;
    private int items;

    Visit(Source source, Instant at, Hosts hosts, int redirects) {
        this.source = source;
        this.at = at;
        this.hosts = hosts;
        this.redirects = redirects;
    }

    Source source() {
        return source;
    }

    Instant at() {
        return at;
    }

    /** Asks for the feed itself, on condition that it is not as it was when we came last. */
    Fetched getIfChanged(URI address, int most) throws FetchFailed, Hosts.Busy {
        SourceState known = source.state();
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", ACCEPT);
        if (known.etag() != null) {
            headers.put("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            headers.put("If-Modified-Since", known.lastModified());
        }
        return get(address, headers, most);
    }

    /**
     * Asks for an address, on whichever host, and follows where it is sent: each step is a visit to that host like any other.
     *
     * @param most bytes of the body
     */
    Fetched get(URI address, Map<String, String> headers, int most) throws FetchFailed, Hosts.Busy {
        Fetched fetched = step(address, headers, most);
        boolean forGood = true;
        URI movedTo = null;
        for (int step = 0; fetched.redirects(); step++) {
            if (step == redirects) {
                throw new FetchFailed(
                        "More than " + redirects + " redirects, the last from " + fetched.address() + ".");
            }
            forGood = forGood && fetched.redirectsForGood();
            URI target = fetched.target();
            movedTo = forGood ? target : movedTo;
            fetched = step(target, headers, most);
        }
        return fetched.after(movedTo);
    }

    private Fetched step(URI address, Map<String, String> headers, int most) throws FetchFailed, Hosts.Busy {
        String host = Hosts.name(address);
        HostVisit visit = entered.get(host);
        if (visit == null) {
            visit = hosts.enter(address);
            entered.put(host, visit);
        }
        return visit.get(address, headers, most);
    }

    /** Notes that so many items have come. */
    void holds(int more) {
        items += more;
    }

    /** How many items have come. */
    int items() {
        return items;
    }

    /** Whether one more page may be asked for in this visit, which is then counted. */
    boolean takePage(int most) {
        return pages++ < most;
    }

    void warn(String code, String detail) {
        warn(new Warning(code, detail, 1));
    }

    void warn(Warning warning) {
        warnings.merge(
                warning.code(),
                warning,
                (first, more) -> new Warning(first.code(), first.detail(), first.count() + more.count()));
    }

    List<Warning> warnings() {
        return List.copyOf(warnings.values());
    }

    @Override
    public void close() {
        entered.values().forEach(HostVisit::close);
    }
}
