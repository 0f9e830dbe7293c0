package parallax.publish.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parallax.publish.problem.PublishException;
import parallax.publish.story.Facets;

/**
 * What a feed is narrowed to: one of the values of each kind that is named.
 *
 * @param wanted by kind of facet, in a fixed order, values sorted
 * @param query as it stood in the URL: parameters in the order of the request, for a feed's link to itself is compared with that;
 *     with its question mark, empty if all is wanted
 */
record FeedFilter(Map<String, List<String>> wanted, String query) {

    /** The words that a filter may be about, as they stand in a URL. */
    static final List<String> KINDS = List.of("topic", "entity", "lang", "source");

    static final FeedFilter NONE = new FeedFilter(Map.of(), "");

    private static final int LONGEST = 200;
    private static final int MOST = 20;

    /** From the parameters of a request; others than {@link #KINDS} are of no concern. */
    static FeedFilter of(Map<String, ? extends List<String>> parameters) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String kind : KINDS) {
            List<String> values = parameters.containsKey(kind) ? parameters.get(kind) : List.of();
            List<String> meant = values.stream()
                    .filter(value -> value != null && !value.isBlank())
                    .map(value -> checked(kind, value))
                    .distinct()
                    .sorted()
                    .toList();
            if (meant.size() > MOST) {
                throw bad("\"" + kind + "\" may be named at most " + MOST + " times.");
            }
            if (!meant.isEmpty()) {
                wanted.put(kind, meant);
            }
        }
        if (wanted.isEmpty()) {
            return NONE;
        }
        return new FeedFilter(wanted, query(parameters));
    }

    boolean none() {
        return wanted.isEmpty();
    }

    /** Sets of which an item must have one facet each. */
    List<List<String>> facets() {
        return wanted.entrySet().stream()
                .map(entry -> entry.getValue().stream()
                        .map(value -> Facets.facet(entry.getKey(), value))
                        .toList())
                .toList();
    }

    /** The same for equal wishes, whatever their order. */
    String name() {
        return query(wanted);
    }

    /** For people, to follow a feed's title; empty if all is wanted. */
    String words() {
        return wanted.isEmpty()
                ? ""
                : wanted.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + String.join(" or ", entry.getValue()))
                        .collect(Collectors.joining(", ", " – ", ""));
    }

    private static String query(Map<String, ? extends List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> KINDS.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> entry.getKey() + "=" + encode(value)))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String checked(String kind, String value) {
        if (value.length() > LONGEST
                || value.codePoints()
                        .anyMatch(c -> c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF)) {
            throw bad("\"" + kind + "\" may have at most 200 characters and no control characters.");
        }
        return value;
    }

    private static PublishException bad(String detail) {
        return new PublishException.BadInput("bad-filter", "Bad filter", detail, null);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
