package parallax.enrich.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;

/**
 * What the times of two articles tell, each from 0 for not at all to 1.
 *
 * @param near published within days of each other
 * @param far published months apart
 * @param undated one does not say when it was published
 * @param foretold one was published before the other says that the conversation took place
 * @param sameDay both say that it took place on one day, or on days so near that one may be that of the broadcast
 * @param otherDay on days too far apart for that
 * @param otherRecording both say on which day it was recorded, and not the same
 * @param soonAfter one was published within two weeks after the other says that it took place
 */
record Timing(
        double near,
        double far,
        double undated,
        double foretold,
        double sameDay,
        double otherDay,
        double otherRecording,
        double soonAfter) {

    /** Days. */
    private static final double NEAR = 14;

    private static final double FAR = 45;
    private static final int SOON = 14;
    private static final int ONE_EVENT = 3;
    private static final int OTHER_EVENT = 10;

    /** So many days left open are as good as no date. */
    private static final double SAYS_NOTHING = 60;

    static Timing of(InterviewFacts a, InterviewFacts b) {
        long days = daysApart(a, b);
        boolean dated = days != Long.MAX_VALUE;
        Fact<DayRange> one = a.held();
        Fact<DayRange> other = b.held();
        boolean otherRecording = one != null && other != null && areOtherRecordings(one, other);
        return new Timing(
                dated ? Math.max(0, 1 - days / NEAR) : 0,
                dated ? Math.min(1, Math.max(0, days - FAR) / FAR) : 0,
                dated ? 0 : 1,
                isBefore(a, b) || isBefore(b, a) ? 1 : 0,
                one != null && other != null ? oneDay(one, other) : 0,
                otherRecording || (one != null && other != null && distance(one, other) > OTHER_EVENT) ? 1 : 0,
                otherRecording ? 1 : 0,
                one == null || other == null ? Math.max(after(a, b), after(b, a)) : 0);
    }

    /** Days between the publication of two articles; the greatest number if one does not say when that was. */
    static long daysApart(InterviewFacts a, InterviewFacts b) {
        return a.published() == null || b.published() == null
                ? Long.MAX_VALUE
                : Duration.between(a.published().value(), b.published().value())
                        .abs()
                        .toDays();
    }

    /** Days of recording are exact. */
    private static double oneDay(Fact<DayRange> a, Fact<DayRange> b) {
        boolean near = distance(a, b) <= (areRecordings(a, b) ? 0 : ONE_EVENT);
        return near ? Math.min(exactness(a.value()), exactness(b.value())) : 0;
    }

    /** In a month many a conversation takes place. */
    private static double exactness(DayRange range) {
        return Math.max(0, 1 - Math.log((double) range.days()) / Math.log(SAYS_NOTHING));
    }

    /** Days of two places may differ by one. */
    private static boolean areOtherRecordings(Fact<DayRange> a, Fact<DayRange> b) {
        return areRecordings(a, b) && distance(a, b) > 1;
    }

    private static boolean areRecordings(Fact<DayRange> a, Fact<DayRange> b) {
        return Math.min(a.confidence(), b.confidence()) >= InterviewFacts.RECORDED;
    }

    private static long distance(Fact<DayRange> a, Fact<DayRange> b) {
        return a.value().distance(b.value());
    }

    private static double after(InterviewFacts article, InterviewFacts dated) {
        Fact<Instant> published = article.published();
        Fact<DayRange> held = dated.held();
        if (published == null || held == null) {
            return 0;
        }
        LocalDate day = day(published);
        boolean soon = !day.isBefore(held.value().from())
                && !day.isAfter(held.value().to().plusDays(SOON));
        return soon ? exactness(held.value()) : 0;
    }

    private static boolean isBefore(InterviewFacts article, InterviewFacts dated) {
        Fact<Instant> published = article.published();
        Fact<DayRange> held = dated.held();
        return published != null
                && held != null
                && day(published).plusDays(1).isBefore(held.value().from());
    }

    private static LocalDate day(Fact<Instant> instant) {
        return instant.value().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
