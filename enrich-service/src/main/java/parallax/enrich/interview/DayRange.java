package parallax.enrich.interview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days between which something happened.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record DayRange(LocalDate from, LocalDate to) {

    /** Days from the end of the earlier range to the start of the later; 0 if they overlap. */
    public long distance(DayRange other) {
        if (to.isBefore(other.from)) {
            return ChronoUnit.DAYS.between(to, other.from);
        }
        return other.to.isBefore(from) ? ChronoUnit.DAYS.between(other.to, from) : 0;
    }

    /** How many days it leaves open. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
