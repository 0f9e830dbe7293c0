package parallax.enrich.interview;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** How long the conversation was: a length of time beside a word for interview. */
final class Lengths {

    private static final String DIGITS = ".0123456789一二三四五六七八九十两半";
    private static final String NUMBER = "([\\d.]+|[一二三四五六七八九十两半]+)";
    private static final Seeker LENGTH = new Seeker(Pattern.compile(NUMBER
                    + "[ -]?(?:个(半)?)?(小时|(?i:hours?|hrs?)\\b)(?:(?: |, | and )?" + NUMBER
                    + " ?(?:分钟|分|(?i:minutes?|mins?)\\b)|(半))?|"
                    + NUMBER
                    + "[ -]?(?:分钟|(?i:minutes?|mins?)\\b)(?! ?(?:阅读|(?i:read)))"))
            .anywhere(DIGITS);
    private static final String SENTENCE_ENDS = "。！？\n";

    /** What stands before the length of something else: a show's slogan, an anecdote. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?:每[天晚日周期次]?|平均|睡前|最后|替你听|(?i:\\b(?:every|daily|average(?:d|s)?|per)\\b ?(?:day|night|week)?))[^，。\\n]{0,3}\\z");

    private static final int BESIDE = 16;
    private static final int NEAR = 25;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 12 * 60;

    private Lengths() {}

    static @Nullable Fact<Integer> read(TracedText text, String folded, Quoter quoter, double confidence) {
        Seeker.Search search = LENGTH.in(folded);
        while (search.find()) {
            Matcher length = search.match();
            Integer minutes = minutes(length);
            if (minutes != null
                    && minutes >= SHORTEST
                    && minutes <= LONGEST
                    && !OF_OTHERS
                            .matcher(folded)
                            .region(Math.max(0, length.start() - BESIDE), length.start())
                            .find()
                    && Cues.LENGTH.isIn(around(folded, length.start(), length.end()))) {
                return new Fact<>(minutes, quoter.span(text, length.start(), length.end()), confidence);
            }
        }
        return null;
    }

    /** What stands near, in the same sentence. */
    private static String around(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < NEAR && SENTENCE_ENDS.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < NEAR && SENTENCE_ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to);
    }

    private static @Nullable Integer minutes(Matcher length) {
        if (length.group(6) != null) {
            Double minutes = number(length.group(6));
            return minutes == null ? null : (int) Math.round(minutes);
        }
        Double hours = number(length.group(1));
        if (hours == null) {
            return null;
        }
        double half = length.group(2) != null || length.group(5) != null ? 30 : 0;
        Double minutes = length.group(4) == null ? Double.valueOf(0) : number(length.group(4));
        return (int) Math.round(hours * 60 + half + (minutes == null ? 0 : minutes));
    }

    private static @Nullable Double number(String text) {
        return text.matches("\\d+(?:\\.\\d+)?|[^\\d.]+") ? Numerals.read(text) : null;
    }
}
