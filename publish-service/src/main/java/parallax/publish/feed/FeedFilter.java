package parallax.publish.feed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;
import parallax.publish.story.Facets;

/**
 * What a feed is narrowed to; all of it must hold.
 *
 * @param wanted by kind of facet, in a fixed order
 */
record FeedFilter(Map<String, String> wanted) {

    private static final int LONGEST = 200;

    static FeedFilter of(
            @Nullable String topic, @Nullable String entity, @Nullable String lang, @Nullable String source) {
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, "topic", topic);
        put(wanted, "entity", entity);
        put(wanted, "lang", lang);
        put(wanted, "source", source);
        return new FeedFilter(wanted);
    }

    List<String> facets() {
        return wanted.entrySet().stream()
                .map(entry -> Facets.facet(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** As it stands after the path of a URL, with its question mark; empty if all is wanted. */
    String query() {
        return wanted.isEmpty()
                ? ""
                : wanted.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** For people, to follow a feed's title; empty if all is wanted. */
    String words() {
        return wanted.isEmpty()
                ? ""
                : wanted.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " – ", ""));
    }

    private static void put(Map<String, String> wanted, String kind, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        if (value.length() > LONGEST
                || value.chars().anyMatch(c -> c < 0x20 || (c >= 0xD800 && c <= 0xDFFF) || c >= 0xFFFE)) {
            throw new PublishException.BadInput(
                    "bad-filter",
                    "Bad filter",
                    "\"" + kind + "\" may have at most 200 characters and no control characters.",
                    null);
        }
        wanted.put(kind, value);
    }
}
