package parallax.enrich.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;

/** When it took place, when it was written about, and how long it was. */
final class TimeSignals {

    private final InterviewFacts a;
    private final InterviewFacts b;
    private final Terms terms;

    TimeSignals(InterviewFacts a, InterviewFacts b, Terms terms) {
        this.a = a;
        this.b = b;
        this.terms = terms;
    }

    void dates() {
        Fact<DayRange> held = a.held();
        Fact<DayRange> other = b.held();
        if (held != null && other != null) {
            long apart = held.value().distance(other.value());
            if (apart <= Weights.DAYS_BETWEEN_RECORDING_AND_AIRING) {
                boolean days = held.value().days() == 1 && other.value().days() == 1;
                terms.add(
                        "date", days ? Weights.SAME_DAY : Weights.SAME_MONTH, "the dates they give agree", held, other);
            } else {
                terms.add(
                        "date",
                        Weights.OTHER_DATE,
                        "the dates they give are %d days apart".formatted(apart),
                        held,
                        other);
            }
        }
        boolean foretold = publishedBefore(a, b) || publishedBefore(b, a);
        if (foretold || (held != null && other != null)) {
            return;
        }
        if (held != null || other != null) {
            publishedAfter(held == null ? b : a, held == null ? a : b);
        } else {
            bothPublished();
        }
    }

    /** Nobody writes about a conversation that has not taken place. */
    private boolean publishedBefore(InterviewFacts article, InterviewFacts dated) {
        Fact<Instant> published = article.published();
        Fact<DayRange> held = dated.held();
        if (published == null
                || held == null
                || !day(published).plusDays(1).isBefore(held.value().from())) {
            return false;
        }
        terms.add(
                "date",
                Weights.FORETOLD,
                "one was published before the other says the conversation took place",
                published,
                held);
        return true;
    }

    private void publishedAfter(InterviewFacts dated, InterviewFacts article) {
        Fact<Instant> published = article.published();
        Fact<DayRange> held = dated.held();
        if (published == null || held == null) {
            return;
        }
        long days = Duration.between(
                        held.value().to().atStartOfDay(ZoneOffset.UTC).toInstant(), published.value())
                .toDays();
        if (days <= Weights.SOON_DAYS) {
            terms.add(
                    "date",
                    Weights.PUBLISHED_SOON,
                    "one was published soon after the other says it took place",
                    held,
                    published);
        } else if (days > Weights.LATE_DAYS) {
            terms.add(
                    "date",
                    Weights.PUBLISHED_LATE,
                    "one was published %d days after the other says it took place".formatted(days),
                    held,
                    published);
        }
    }

    private void bothPublished() {
        Fact<Instant> published = a.published();
        Fact<Instant> other = b.published();
        if (published == null || other == null) {
            return;
        }
        long days = Duration.between(published.value(), other.value()).abs().toDays();
        if (days <= Weights.TOGETHER_DAYS) {
            terms.add(
                    "date",
                    Weights.PUBLISHED_TOGETHER,
                    "published within %d days".formatted(days + 1),
                    published,
                    other);
        } else if (days > Weights.APART_DAYS) {
            terms.add("date", Weights.PUBLISHED_APART, "published %d days apart".formatted(days), published, other);
        }
    }

    void lengths() {
        Fact<Integer> minutes = a.minutes();
        Fact<Integer> other = b.minutes();
        if (minutes == null || other == null) {
            return;
        }
        double ratio = Math.max(minutes.value(), other.value()) / (double) Math.min(minutes.value(), other.value());
        if (ratio <= Weights.SAME_LENGTH_RATIO) {
            terms.add("length", Weights.SAME_LENGTH, "lengths agree, " + length(minutes.value()), minutes, other);
        } else if (ratio > Weights.OTHER_LENGTH_RATIO) {
            String reason = "lengths differ, %s and %s".formatted(length(minutes.value()), length(other.value()));
            terms.add("length", Weights.OTHER_LENGTH, reason, minutes, other);
        }
    }

    private static LocalDate day(Fact<Instant> instant) {
        return instant.value().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String length(int minutes) {
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : minutes < 60
                        ? minutes + " min"
                        : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
    }
}
