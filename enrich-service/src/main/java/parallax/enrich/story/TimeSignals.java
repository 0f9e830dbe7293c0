package parallax.enrich.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;

/** When it took place, and when it was written about. */
final class TimeSignals {

    private static final int SOON = 14;

    /** Days. */
    private static final int NEAR = 3;

    private static final int FAR = 10;

    /** So many days left open are as good as no date. */
    private static final double SAYS_NOTHING = 60;

    private TimeSignals() {}

    /** Whether one was published before the other says that the conversation took place. */
    static boolean foretold(InterviewFacts a, InterviewFacts b) {
        return publishedBefore(a, b) || publishedBefore(b, a);
    }

    /**
     * Whether one was published within two weeks after the other says that the conversation took place: 1 after the very day, less after
     * what leaves days open.
     */
    static double soonAfter(InterviewFacts a, InterviewFacts b) {
        return Math.max(publishedAfter(a, b), publishedAfter(b, a));
    }

    /**
     * Whether it took place on one day, or on days so near that one may be that of the broadcast; days of recording are exact: 1 if both
     * name the day, less if one leaves days open.
     */
    static double oneDay(Fact<DayRange> a, Fact<DayRange> b) {
        boolean near = a.value().distance(b.value()) <= (recorded(a, b) ? 0 : NEAR);
        return near ? Math.min(exactness(a.value()), exactness(b.value())) : 0;
    }

    /** In a month many a conversation takes place. */
    private static double exactness(DayRange range) {
        return Math.max(0, 1 - Math.log((double) range.days()) / Math.log(SAYS_NOTHING));
    }

    /** Whether it took place on days too far apart for that. */
    static boolean otherDay(Fact<DayRange> a, Fact<DayRange> b) {
        return a.value().distance(b.value()) > FAR || otherRecording(a, b);
    }

    /** Whether both say on which day it was recorded, and not the same: days of two places may differ by one. */
    static boolean otherRecording(Fact<DayRange> a, Fact<DayRange> b) {
        return recorded(a, b) && a.value().distance(b.value()) > 1;
    }

    private static boolean recorded(Fact<DayRange> a, Fact<DayRange> b) {
        return Math.min(a.confidence(), b.confidence()) >= InterviewFacts.RECORDED;
    }

    private static double publishedAfter(InterviewFacts article, InterviewFacts dated) {
        Fact<Instant> published = article.published();
        Fact<DayRange> held = dated.held();
        if (published == null || held == null || article.held() != null) {
            return 0;
        }
        LocalDate day = day(published);
        boolean after = !day.isBefore(held.value().from())
                && !day.isAfter(held.value().to().plusDays(SOON));
        return after ? exactness(held.value()) : 0;
    }

    private static boolean publishedBefore(InterviewFacts article, InterviewFacts dated) {
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
