package parallax.ingest.poll;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parallax.ingest.feed.FeedItem;
import parallax.ingest.feed.Warning;
import parallax.ingest.fetch.FetchFailed;
import parallax.ingest.fetch.Fetched;
import parallax.ingest.fetch.HostVisit;
import parallax.ingest.fetch.Hosts;
import parallax.ingest.source.Source;
import parallax.ingest.source.SourceState;
import parallax.ingest.source.Sources;

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
    private final Map<String, Warning> onceTold = new LinkedHashMap<>();
    private final Set<String> items = new HashSet<>();
    private int pages;
    private final Set<String> mended = new HashSet<>();
    private boolean cut;
    private boolean read;
    private boolean missed;

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
        if (known.etag() != null && known.coversAll(most)) {
            headers.put("If-None-Match", known.etag());
        }
        if (known.lastModified() != null && known.coversAll(most)) {
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

    /** Notes that these items have come. */
    void holds(List<FeedItem> more) {
        more.forEach(item -> items.add(item.key()));
    }

    /** The keys of the items that have come. */
    Set<String> items() {
        return items;
    }

    /** Whether one more page may be asked for in this visit, which is then counted. */
    boolean takePage(int most) {
        return pages++ < most;
    }

    /** Notes what each visit finds until it is mended. */
    void warn(String code, String detail) {
        warn(new Warning(code, detail, 1));
    }

    void warn(Warning warning) {
        add(warnings, warning);
    }

    /** Notes what happened now, and is not seen by the next visit. */
    void warnOnce(String code, String detail) {
        add(onceTold, new Warning(code, detail, 1));
    }

    /** Notes that not all was read. */
    void cuts() {
        cut = true;
    }

    boolean cut() {
        return cut;
    }

    /** Notes that something of what was told once is mended. */
    void mends(String code) {
        mended.add(code);
    }

    /** Notes that the source was read: what was not found wrong is mended, unless it is in a part that was missed. */
    void reads() {
        read = true;
    }

    void misses() {
        missed = true;
    }

    /** Writes down what is wrong, and what no longer is. */
    void tell(Sources sources) {
        mended.stream()
                .filter(code -> !onceTold.containsKey(code))
                .forEach(code -> sources.settle(source.name(), code));
        onceTold.values().stream()
                .filter(one -> !warnings.containsKey(one.code()))
                .forEach(one -> sources.warnOnce(source.name(), one.code(), one.detail(), one.count(), at));
        warnings.values().forEach(one -> sources.warn(source.name(), one.code(), one.detail(), one.count(), at));
        if (read && !missed) {
            sources.settle(source.name(), at);
        }
    }

    private static void add(Map<String, Warning> to, Warning warning) {
        to.merge(
                warning.code(),
                warning,
                (first, more) -> new Warning(first.code(), first.detail(), first.count() + more.count()));
    }

    @Override
    public void close() {
        entered.values().forEach(HostVisit::close);
    }
}
