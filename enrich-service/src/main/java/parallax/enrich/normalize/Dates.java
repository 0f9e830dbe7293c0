package parallax.enrich.normalize;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a publication date as front matter and pages write it. */
final class Dates {

    private static final Pattern OFFSET_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?");
    private static final List<DateTimeFormatter> ENGLISH = List.of(
            DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH),
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private Dates() {}

    /** The instant; a time without an offset is taken as UTC, a date without a time as noon UTC; empty if it is no date. */
    static Optional<Instant> read(String text) {
        try {
            Matcher time = OFFSET_TIME.matcher(text.strip());
            if (time.lookingAt()) {
                String offset = time.group(3) == null ? "Z" : time.group(3).replaceFirst("(\\d{2})(\\d{2})$", "$1:$2");
                return Optional.of(OffsetDateTime.parse(time.group(1) + "T" + time.group(2) + offset)
                        .toInstant());
            }
            Matcher numeric = NUMERIC.matcher(text.strip());
            if (numeric.lookingAt()) {
                return Optional.of(noon(LocalDate.of(
                        Integer.parseInt(numeric.group(1)),
                        Integer.parseInt(numeric.group(2)),
                        Integer.parseInt(numeric.group(3)))));
            }
        } catch (DateTimeException e) {
            return Optional.empty(); // a 30th of February tells nothing
        }
        for (DateTimeFormatter format : ENGLISH) {
            try {
                return Optional.of(noon(LocalDate.parse(text.strip(), format)));
            } catch (DateTimeException e) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }
}
