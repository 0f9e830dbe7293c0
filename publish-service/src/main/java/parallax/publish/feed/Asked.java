package parallax.publish.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How a client asks: in which form, and for what it has not yet. */
final class Asked {

    private static final List<String> FEED_WORDS = List.of("rss", "atom", "feed", "rdf", "json", "opml");

    private static final Pattern REFUSED = Pattern.compile("\\s*q=0(\\.0*)?\\s*");

    private Asked() {}

    /**
     * Whether a person looks, with a browser: it asks for HTML and for no feed. Readers that dress up as browsers name a feed
     * type beside, or do not name HTML.
     */
    static boolean forPage(@Nullable String accept) {
        if (accept == null || !accept.contains("text/")) { // most readers
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
        if (acceptEncoding == null) {
            return false;
        }
        if (acceptEncoding.equals("gzip") || acceptEncoding.startsWith("gzip, ")) { // most
            return true;
        }
        boolean any = false;
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.split(";", 2);
            String name = parts[0].strip();
            boolean wanted = parts.length == 1 || !REFUSED.matcher(parts[1]).matches();
            if (name.equals("gzip") || name.equals("x-gzip")) { // counts for more than what is said of all
                return wanted;
            }
            any |= name.equals("*") && wanted;
        }
        return any;
    }

    /**
     * Whether the client has this already (RFC 9110, section 13.2.2). Tags are compared weakly, and whichever of our forms the
     * client has, it is this document.
     */
    static boolean forNothingNew(HttpServletRequest request, String tag, Instant modified) {
        List<String> tags = Collections.list(request.getHeaders("If-None-Match"));
        if (!tags.isEmpty()) {
            String plain = quoted(tag, false);
            String gzip = quoted(tag, true);
            return tags.stream()
                    .flatMap(line -> Arrays.stream(line.split(",", -1)))
                    .map(String::strip)
                    .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                    .anyMatch(known -> known.equals("*") || known.equals(plain) || known.equals(gzip));
        }
        try {
            long since = request.getDateHeader("If-Modified-Since");
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
