package parallax.ingest.fetch;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered in the end.
 *
 * @param address that answered, after redirects
 * @param movedTo where redirects led that are for good; null if none was
 * @param headers by their names in lower case
 * @param body unpacked
 * @param cut whether there is more of it than was wanted
 */
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two of them
public record Fetched(
        int status, URI address, @Nullable URI movedTo, Map<String, String> headers, byte[] body, boolean cut) {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[\\s,])max-age\\s*=\\s*\"?(\\d{1,9})");

    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);
    private static final Set<Integer> FOR_NOW = Set.of(302, 303, 307);

    /** Whether it only says where to ask. */
    public boolean redirects() {
        return FOR_GOOD.contains(status) || FOR_NOW.contains(status);
    }

    /** Whether it says so for good. */
    public boolean redirectsForGood() {
        return FOR_GOOD.contains(status);
    }

    /**
     * Where to ask.
     *
     * @throws FetchFailed if it does not say, or names no address
     */
    public URI target() throws FetchFailed {
        String location = header("Location");
        try {
            if (location != null && !location.isBlank()) {
                URI target = address.resolve(location.strip().replace(" ", "%20"));
                if (target.getRawAuthority() != null) {
                    return target.getRawFragment() == null
                            ? target
                            : URI.create(target.toString().replaceFirst("#.*", ""));
                }
            }
        } catch (IllegalArgumentException e) {
            throw new FetchFailed("A redirect from " + address + " leads to no address: " + location + ".");
        }
        throw new FetchFailed("A redirect from " + address + " does not say where to.");
    }

    /** The same, as the end of redirects that lead here for good from elsewhere. */
    public Fetched after(@Nullable URI moved) {
        return new Fetched(status, address, moved, headers, body, cut);
    }

    /** The header's value, if there is one. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The address that the header {@code Link} names for {@code rel}; {@code otherwise} if it names none. */
    public @Nullable String linkOr(String rel, @Nullable String otherwise) {
        String header = header("Link");
        Matcher link = Pattern.compile("<([^<>]+)>\\s*;[^,<]*\\brel=\"?[^\",;]*\\b" + rel + "\\b")
                .matcher(header == null ? "" : header);
        try {
            return link.find() ? address.resolve(link.group(1)).toString() : otherwise;
        } catch (IllegalArgumentException e) {
            return otherwise; // what it names is no address
        }
    }

    /** How long the server asks to be left alone: seconds, or until a date. */
    public @Nullable Duration retryAfter(Instant now) {
        String value = header("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.strip().matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value.strip()));
        }
        try {
            Instant then = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return then.isAfter(now) ? Duration.between(now, then) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How long the answer holds by its {@code Cache-Control}; null if it does not say. */
    public @Nullable Duration maxAge() {
        String control = header("Cache-Control");
        Matcher age = MAX_AGE.matcher(control == null ? "" : control);
        return age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : null;
    }
}
