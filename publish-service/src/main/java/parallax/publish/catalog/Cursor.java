package parallax.publish.catalog;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import parallax.publish.problem.PublishException;

/**
 * A place in a list that is told newest first; opaque to callers.
 *
 * @param time of the last item before it: when it was made, or changed
 * @param id of that item
 */
public record Cursor(Instant time, String id) {

    /** Before the first item. */
    public static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

    /** As it stands in a URL. */
    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((time + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Back from a URL.
     *
     * @throws PublishException.BadInput if it is not of {@link #encode()}'s making
     */
    public static Cursor decode(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (space > 0 && plain.indexOf('\0') < 0) {
                Instant time = Instant.parse(plain.substring(0, space));
                if (!time.isAfter(START.time) && time.isAfter(Instant.EPOCH)) {
                    return new Cursor(time, plain.substring(space + 1));
                }
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw bad(e);
        }
        throw bad(null);
    }

    private static PublishException bad(@Nullable Throwable cause) {
        return new PublishException.BadInput(
                "bad-cursor",
                "Bad cursor",
                "The cursor was not made by this service. Take it from \"next\" of the page before, or leave it out.",
                cause);
    }
}
