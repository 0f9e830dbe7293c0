package parallax.egress;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param headers by their names in lower case; the last of each
 * @param body no more of it than was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // read once; nobody compares two of them
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** Whether it is a success: a redirect is none. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The header's value, if there is one. */
    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** How long the server asks to be left alone, if it does: in seconds, or until a time, which is taken by the server's own clock. */
    public @Nullable Duration retryAfter() {
        String value = header("Retry-After");
        if (value == null) {
            return null;
        }
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = time(value);
        if (until == null) {
            return null;
        }
        Instant now = time(header("Date"));
        Duration wait = Duration.between(now == null ? Instant.now() : now, until);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** An HTTP date (RFC 9110, section 5.6.7); null if it is none. */
    private static @Nullable Instant time(@Nullable String date) {
        try {
            return date == null ? null : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
