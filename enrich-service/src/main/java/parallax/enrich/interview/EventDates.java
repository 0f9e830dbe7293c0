package parallax.enrich.interview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** When the conversation took place: a date in one sentence with a word for interview. */
final class EventDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Seeker DATE = new Seeker(
                    Pattern.compile("(?:(20\\d\\d) ?年 ?)?(\\d{1,2}) ?月(?:份? ?(\\d{1,2}) ?[日号])?"
                            + "|(?i:\\b(" + String.join("|", MONTHS)
                            + ")[a-z]*\\.? (?:(\\d{1,2})(?!\\d)(?:st|nd|rd|th)?,? ?)?(20\\d\\d)?)"
                            + "|(?<!\\d)(20\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)"))
            .anywhere("0123456789")
            .atWord("jfmasondJFMASOND");
    private static final Seeker SENTENCE_END = new Seeker(Pattern.compile("[。！？\\n]|[.!?] ")).anywhere("。！？\n.!?");

    /** How sure it is that the conversation took place then where the text names the day beside it: it may be that of the broadcast. */
    private static final double SAID = 0.8;

    private static final int LONG = 300;

    /** What stands before the day on which something else happened. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?:发布|发表|更新|编译|整理|刊登|刊出|(?i:\\b(?:posted|published|updated|translated)\\b))(?:于|时间|日期|在|(?i: ?(?:on|date|day)))?[\\s*:：]{0,4}\\z");

    private static final Pattern BEFORE_RECORDED = Pattern.compile(
            "(?:录制|录于|录音|(?i:\\b(?:recorded|recording|taped|filmed)\\b))(?:于|时间|日期|在|(?i: ?(?:on|date|day)))?[\\s*:：]{0,4}\\z");
    private static final Pattern AFTER_RECORDED = Pattern.compile("\\s?(?:录制|录音|录下|所录)");

    private EventDates() {}

    /**
     * The first such date.
     *
     * @param published tells the year where the text leaves it out: the last such day before it
     */
    static @Nullable Fact<DayRange> read(TracedText text, String folded, @Nullable Instant published, Quoter quoter) {
        int start = 0;
        Seeker.Search end = SENTENCE_END.in(folded);
        while (start < folded.length()) {
            int stop = end.find() ? end.match().start() : folded.length();
            String sentence = folded.substring(start, stop);
            Seeker.Search search = DATE.in(sentence);
            while (search.find()) {
                Matcher date = search.match();
                boolean recorded = recorded(sentence, date);
                boolean other =
                        OF_OTHERS.matcher(sentence.substring(0, date.start())).find();
                DayRange range = recorded || (!other && Cues.ANY.isIn(sentence)) ? range(date, published) : null;
                if (range != null && (recorded || !longBefore(range, published))) {
                    return new Fact<>(
                            range,
                            quoter.span(text, start + date.start(), start + date.end()),
                            recorded ? InterviewFacts.RECORDED : SAID);
                }
            }
            start = stop + 1;
        }
        return null;
    }

    /** What an article tells of so long ago was another conversation. */
    private static boolean longBefore(DayRange range, @Nullable Instant published) {
        return published != null && range.to().plusDays(LONG).isBefore(LocalDate.ofInstant(published, ZoneOffset.UTC));
    }

    private static boolean recorded(String sentence, Matcher date) {
        return BEFORE_RECORDED.matcher(sentence.substring(0, date.start())).find()
                || AFTER_RECORDED.matcher(sentence.substring(date.end())).lookingAt();
    }

    private static @Nullable DayRange range(Matcher date, @Nullable Instant published) {
        String year = date.group(1) != null ? date.group(1) : date.group(6) != null ? date.group(6) : date.group(7);
        String day = date.group(3) != null ? date.group(3) : date.group(5) != null ? date.group(5) : date.group(9);
        int month = date.group(4) == null
                ? Integer.parseInt(date.group(2) != null ? date.group(2) : date.group(8))
                : MONTHS.indexOf(date.group(4).substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        LocalDate before =
                published == null ? null : published.atZone(ZoneOffset.UTC).toLocalDate();
        if (year == null && (day == null || before == null)) {
            return null; // "in May" says too little, and so does a day without a year to put it in
        }
        try {
            int in = year != null ? Integer.parseInt(year) : before == null ? 0 : before.getYear();
            if (day == null) {
                YearMonth whole = YearMonth.of(in, month);
                return new DayRange(whole.atDay(1), whole.atEndOfMonth());
            }
            LocalDate exact = LocalDate.of(in, month, Integer.parseInt(day));
            if (year == null && before != null && exact.isAfter(before)) {
                exact = exact.minusYears(1);
            }
            return new DayRange(exact, exact);
        } catch (DateTimeException e) {
            return null; // 13月 is no month
        }
    }
}
