package parallax.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A feed that gets a new item now and then, and has one fault of real life. */
final class SimulatedFeed {

    /** What may be wrong with a feed, or merely unusual. */
    enum Fault {
        NONE,
        LAST_MODIFIED_ONLY,
        NO_VALIDATORS,
        GUID_MISSING,
        GUID_SHARED,
        LINKS_RELATIVE,
        DATES_ODD,
        DATES_FUTURE,
        ENCODING_WRONG,
        CUT,
        SERVER_ERROR,
        TOO_MANY_REQUESTS,
        LINE_DEAD,
        MOVED,
        GONE,
        ERROR_PAGE,
        PACKED,
        MARKUP_LOOSE,
        REDATED,
        NUMBERS_AS_IDS,
        SITEMAP,
        SUMMARY,
        SUMMARY_FORBIDDEN,
        EMPTY_AT_TIMES,
        NEWEST_LAST,
        ATOM,
        RDF
    }

    private static final int SHOWN = 15;
    private static final String TEXT =
            "We talked for three hours about rockets and robots, and about what comes after. ".repeat(20);

    final int number;
    final Fault fault;
    final String site;
    private final Instant start;
    private final Duration every;
    private final AtomicInteger asked = new AtomicInteger();
    volatile Instant leftAloneUntil = Instant.MIN;

    SimulatedFeed(int number, String site, Instant start) {
        this.number = number;
        this.fault = Fault.values()[number % Fault.values().length];
        this.site = site;
        this.start = start;
        this.every = Duration.ofHours(8 + (number * 7L) % 60);
    }

    @SuppressWarnings("ArrayRecordComponent") // sent as it is
    record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer of(int status, String type, String body) {
            return new Answer(status, Map.of("Content-Type", type), body.getBytes(UTF_8));
        }
    }

    String url() {
        return site + "/feed/" + number;
    }

    /** What stands in the text of an item and of no other. */
    String marker(int item) {
        return "marker-" + number + "-" + item + "-";
    }

    /** How many items there are by then; two are there from the start. */
    int items(Instant at) {
        return 2 + (int) Duration.between(start, at).dividedBy(every);
    }

    Answer answer(String path, Headers asking, Instant at) {
        String[] parts = path.split("/", -1);
        if (parts[1].equals("article") || parts[1].equals("private")) {
            int item = Integer.parseInt(parts[3]);
            return Answer.of(
                    200,
                    "text/html",
                    "<html><head><title>Item " + item + "</title></head><body><nav>Menu</nav><article><p>" + TEXT
                            + marker(item) + "</p><p>" + TEXT + "</p></article></body></html>");
        }
        int time = asked.incrementAndGet();
        boolean moved = fault == Fault.MOVED && at.isAfter(start.plus(Duration.ofDays(3)));
        if (moved && parts.length == 3) {
            return new Answer(301, Map.of("Location", "/feed/" + number + "/new"), new byte[0]);
        }
        if (fault == Fault.GONE && at.isAfter(start.plus(Duration.ofDays(6)))) {
            return Answer.of(410, "text/plain", "gone");
        }
        Answer bad = time % 3 == 0 ? failing() : null;
        return bad == null ? feed(asking, at, time) : bad;
    }

    /** What it answers every third time; null if it is well. */
    private Answer failing() {
        return switch (fault) {
            case SERVER_ERROR -> Answer.of(500, "text/html", "<h1>Internal error</h1>");
            case LINE_DEAD -> new Answer(0, Map.of(), new byte[0]);
            case ERROR_PAGE -> Answer.of(200, "text/html", "<html><body>Be right back<br></body></html>");
            case TOO_MANY_REQUESTS -> new Answer(429, Map.of("Retry-After", "10800"), new byte[0]);
            case EMPTY_AT_TIMES ->
                Answer.of(200, "application/rss+xml", "<rss version=\"2.0\"><channel><title>x</title></channel></rss>");
            default -> null;
        };
    }

    private Answer feed(Headers asking, Instant at, int time) {
        int count = items(at);
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", fault == Fault.NUMBERS_AS_IDS ? "application/feed+json" : "application/xml");
        String etag = "\"" + count + "\"";
        String modified =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(published(count - 1).atOffset(ZoneOffset.UTC));
        if (fault == Fault.LAST_MODIFIED_ONLY) {
            headers.put("Last-Modified", modified);
        } else if (fault != Fault.NO_VALIDATORS && fault != Fault.REDATED && fault != Fault.CUT) {
            headers.put("ETag", etag);
        }
        boolean same = (headers.containsKey("ETag") && etag.equals(asking.getFirst("If-None-Match")))
                || (headers.containsKey("Last-Modified") && modified.equals(asking.getFirst("If-Modified-Since")));
        if (same) {
            return new Answer(304, headers, new byte[0]);
        }
        if (fault == Fault.PACKED) {
            headers.put("Content-Encoding", "gzip");
        }
        String text = text(count, at);
        byte[] body = text.getBytes(UTF_8);
        if (fault == Fault.CUT && time % 3 == 0) {
            body = text.substring(0, text.length() * 2 / 3).getBytes(UTF_8);
        }
        return new Answer(200, headers, body);
    }

    private String text(int count, Instant at) {
        int first = Math.max(0, count - SHOWN);
        int[] items = fault == Fault.NEWEST_LAST
                ? IntStream.range(first, count).toArray()
                : IntStream.range(first, count)
                        .map(i -> count - 1 - (i - first))
                        .toArray();
        StringBuilder list = new StringBuilder();
        for (int item : items) {
            list.append(list.isEmpty() || fault != Fault.NUMBERS_AS_IDS ? "" : ",")
                    .append(item(item, at));
        }
        return switch (fault) {
            case SITEMAP -> "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + list + "</urlset>";
            case RDF ->
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
                        + "<channel><title>Feed " + number + "</title></channel>" + list + "</rdf:RDF>";
            case ATOM, REDATED ->
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Feed " + number + "</title>" + list + "</feed>";
            case NUMBERS_AS_IDS ->
                "{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Feed\",\"items\":[" + list + "]}";
            default ->
                "<?xml version=\"1.0\" encoding=\"" + (fault == Fault.ENCODING_WRONG ? "iso-8859-1" : "utf-8")
                        + "\"?><rss version=\"2.0\"><channel><title>Feed " + number + "</title><link>" + site
                        + "/</link>" + list + "</channel></rss>";
        };
    }

    private String item(int item, Instant at) {
        String words = TEXT + marker(item);
        String link = site + (fault == Fault.SUMMARY_FORBIDDEN ? "/private/" : "/article/") + number + "/" + item;
        String shown = fault == Fault.LINKS_RELATIVE ? link.substring(site.length()) : link;
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(published(item).atOffset(ZoneOffset.UTC));
        return switch (fault) {
            case SITEMAP -> "<url><loc>" + link + "</loc><lastmod>" + published(item) + "</lastmod></url>";
            case RDF ->
                "<item rdf:about=\"" + link + "\"><title>Item " + item + "</title><link>" + link
                        + "</link><description>" + words + "</description></item>";
            case ATOM, REDATED ->
                "<entry><id>urn:" + number + ":" + item + "</id><title>Item " + item + "</title><link href=\"" + link
                        + "\"/><updated>" + (fault == Fault.REDATED ? at : published(item))
                        + "</updated><content type=\"html\">&lt;p&gt;" + words + "&lt;/p&gt;</content></entry>";
            case NUMBERS_AS_IDS ->
                "{\"id\":" + item + ",\"url\":\"" + link + "\",\"title\":\"Item\",\"content_text\":\"" + words + "\"}";
            default ->
                "<item><title>" + title(item) + "</title><link>" + shown + "</link>" + guid(item) + "<pubDate>"
                        + date(date) + "</pubDate><description>"
                        + (fault == Fault.SUMMARY
                                ? "In short."
                                : fault == Fault.SUMMARY_FORBIDDEN ? "In short: " + marker(item) : words)
                        + "</description></item>";
        };
    }

    private String date(String date) {
        return switch (fault) {
            case DATES_ODD -> date.replaceFirst("^\\w+", "Sun").replace("GMT", "PST");
            case DATES_FUTURE -> date.replace("2026", "2062");
            default -> date;
        };
    }

    private String title(int item) {
        return switch (fault) {
            case MARKUP_LOOSE -> "R&D <b>item</b> " + item + "<br>";
            case ENCODING_WRONG -> "Größe 中文 " + item;
            default -> "Item " + item;
        };
    }

    private String guid(int item) {
        return switch (fault) {
            case GUID_MISSING -> "";
            case GUID_SHARED -> "<guid isPermaLink=\"false\">post</guid>";
            default -> "<guid isPermaLink=\"false\">" + number + ":" + item + "</guid>";
        };
    }

    private Instant published(int item) {
        return item < 2 ? start.minus(Duration.ofDays(2 - item)) : start.plus(every.multipliedBy(item - 1L));
    }
}
