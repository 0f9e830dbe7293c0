package parallax.publish.desk;

import java.time.LocalDate;
import java.util.Locale;
import parallax.publish.story.Day;

/** Values in words. */
final class Words {

    private Words() {}

    /** From the first to the last, naming a month that both share once. */
    static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return Day.words(first);
        }
        boolean oneMonth = first.withDayOfMonth(1).equals(last.withDayOfMonth(1));
        return (oneMonth ? first.getDayOfMonth() + "–" : Day.words(first) + " – ") + Day.words(last);
    }

    static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).replace('-', ' ');
    }

    /** Of one reason, from nats. */
    static String weight(double nats) {
        String much = Math.abs(nats) >= 4
                ? "very strong"
                : Math.abs(nats) >= 2 ? "strong" : Math.abs(nats) >= 1 ? "fair" : "slight";
        return nats < 0 ? much + ", against" : much;
    }

    /** Of all reasons together, from log-odds. */
    static String strength(double logOdds) {
        if (logOdds >= 6) {
            return "beyond reasonable doubt";
        }
        if (logOdds >= 3) {
            return "very likely";
        }
        return logOdds >= 0 ? "more likely than not" : "not by this pair alone";
    }
}
