package parallax.publish.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a client asks: in which form, and for what it has not yet. */
final class Asked {

    private static final List<String> FEED_WORDS = List.of("rss", "atom", "feed", "rdf", "json", "opml");

    private Asked() {}

    /**
     * Whether a person looks, with a browser: it asks for HTML and for no feed. Readers that dress up as browsers name a feed
     * type beside, or do not name HTML.
     */
    static boolean forPage(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return types.stream()
                            .anyMatch(
                                    type -> wants(type) && type.isCompatibleWith(MediaType.TEXT_HTML) && concrete(type))
                    && types.stream()
                            .noneMatch(type -> wants(type)
                                    && FEED_WORDS.stream()
                                            .anyMatch(word -> type.getSubtype().contains(word)));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** Whether gzip may be sent. */
    static boolean forGzip(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && Arrays.stream(acceptEncoding
                                .toLowerCase(java.util.Locale.ROOT)
                                .split(",", -1))
                        .map(String::strip)
                        .anyMatch(
                                coding -> coding.matches("(gzip|x-gzip|\\*)(\\s*;\\s*q=(0\\.0*[1-9]\\d*|1(\\.0*)?))?"));
    }

    /**
     * Whether the client has this already (RFC 9110, section 13.2.2). Tags are compared weakly, and whichever of our forms the
     * client has, it is this document.
     */
    static boolean forNothingNew(HttpHeaders request, String tag, Instant modified) {
        List<String> tags = request.getOrEmpty(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return tags.stream()
                    .flatMap(line -> Arrays.stream(line.split(",", -1)))
                    .map(String::strip)
                    .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                    .anyMatch(known ->
                            known.equals("*") || known.equals(quoted(tag, false)) || known.equals(quoted(tag, true)));
        }
        try {
            long since = request.getIfModifiedSince();
            return since >= 0
                    && !modified.equals(Instant.EPOCH)
                    && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(Instant.ofEpochMilli(since));
        } catch (IllegalArgumentException e) { // a date that is none is no condition
            return false;
        }
    }

    /** The tag of one of the two forms: other bytes need another strong tag. */
    static String quoted(String tag, boolean gzip) {
        return '"' + tag + (gzip ? "-gz" : "") + '"';
    }

    private static boolean wants(MediaType type) {
        return type.getQualityValue() > 0;
    }

    private static boolean concrete(MediaType type) {
        return !type.isWildcardType() && !type.isWildcardSubtype();
    }
}
