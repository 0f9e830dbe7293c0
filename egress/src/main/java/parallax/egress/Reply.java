package parallax.egress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    /** How long the server asks to be left alone, if it does; in seconds only, for a date would need its clock to be right. */
    public @Nullable Duration retryAfter() {
        String value = header("Retry-After");
        return value == null || !value.matches("[0-9]{1,9}") ? null : Duration.ofSeconds(Long.parseLong(value));
    }
}
