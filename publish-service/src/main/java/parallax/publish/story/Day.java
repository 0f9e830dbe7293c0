package parallax.publish.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words: {@code 5 February 2026}. */
public final class Day {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Day() {}

    /** A day. */
    public static String words(LocalDate day) {
        return WORDS.format(day);
    }

    /** The day of a time, in UTC. */
    public static String words(Instant time) {
        return words(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
}
