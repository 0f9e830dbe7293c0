package parallax.ingest.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong: of each kind the first, and how many. */
final class Warnings {

    private static final int LONGEST = 300;

    private final Map<String, Warning> byCode = new LinkedHashMap<>();

    void add(String code, String detail) {
        byCode.merge(
                code,
                new Warning(code, shorten(detail), 1),
                (first, more) -> new Warning(code, first.detail(), first.count() + 1));
    }

    List<Warning> list() {
        return List.copyOf(byCode.values());
    }

    /** A value of the feed, fit to stand in a message. */
    static String quote(String value) {
        String line = value.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return "\"" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "\"";
    }

    private static String shorten(String detail) {
        return detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }
}
