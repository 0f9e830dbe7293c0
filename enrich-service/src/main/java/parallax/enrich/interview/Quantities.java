package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.TracedText;

/** Finds the numbers of a text, with scale and unit, ranges as both their ends. */
final class Quantities {

    private static final String NUMBER =
            "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?=[十百千万亿]*[一二三四五六七八九两])[零一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九两](?=兆))";
    private static final String SCALE =
            "( ?(?:千万|百万|十亿|百亿|千亿|万亿|[千万亿兆]|thousand\\b|million\\b|billion\\b|trillion\\b|[kKMB]\\b))?";
    private static final String HAN_UNIT = "个百分点|倍|美元|美金|年|岁|个月|月|周|星期|天|日|小时|分钟|毫秒|秒|吉瓦|太瓦|兆瓦|公里|纳米|微米|公分|厘米|公斤|吨|度";
    private static final String LATIN_UNIT =
            "%|percent|per cent|times\\b|x\\b|dollars?\\b|years?\\b|months?\\b|weeks?\\b|days?\\b|hours?\\b|minutes?\\b|milliseconds?\\b|ms\\b|"
                    + "seconds?\\b|gigawatts?\\b|megawatts?\\b|GW\\b|TW\\b|MW\\b|km\\b|nm\\b|cm\\b|kg\\b|tons?\\b|tonnes?\\b|Hz\\b|GB\\b|KB\\b|degrees?\\b";

    /** Only those of the script that goes on are tried. */
    private static final String UNIT = "(?:[ -]?((?=[!-~])(?:" + LATIN_UNIT + ")|(?![!-~])(?:" + HAN_UNIT + ")))?";

    private static final Pattern QUANTITY = Pattern.compile("(?<![\\w.:/#-])(?!\\d{1,3}:\\d\\d)(百分之)?" + NUMBER + SCALE
            + "(?: ?(?:-|~|到|至|to) ?" + NUMBER + SCALE + ")?" + UNIT);
    private static final Pattern DOLLARS = Pattern.compile(
            "(?<!NT|HK|[AC])\\$()" + NUMBER + SCALE + "(?:(?: ?(?:-|~|to) ?)\\$?" + NUMBER + SCALE + ")?()");
    private static final Pattern AFTER_WORDS = Pattern.compile(UNIT);
    private static final BitSet NUMERALS = characters("零一二三四五六七八九十百千万亿两");

    /** What a number begins with: a quick look at each character. */
    private static final BitSet BEGINS = characters("$0123456789零一二三四五六七八九十百千万亿两" + SpelledNumber.INITIALS);

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MOST = 400;

    /** "Two years", "three times": said in every text. */
    private static final Set<String> SMALL_TELL_NOTHING =
            Set.of("count", "times", "year", "month", "week", "day", "hour", "minute", "second");

    private final String folded;
    private final Matcher quantity;
    private final Matcher dollars;
    private final Matcher afterWords;

    private Quantities(String folded) {
        this.folded = folded;
        this.quantity = QUANTITY.matcher(folded).useTransparentBounds(true);
        this.dollars = DOLLARS.matcher(folded).useTransparentBounds(true);
        this.afterWords = AFTER_WORDS.matcher(folded);
    }

    /** Each distinct quantity once, where it stands first; years, dates, times, and bare numbers below ten tell nothing and are left out. */
    static List<Fact<Quantity>> read(TracedText text, String folded, Quoter quoter) {
        Map<Quantity, Fact<Quantity>> found = new LinkedHashMap<>();
        Quantities quantities = new Quantities(folded);
        int at = 0;
        while (at < folded.length() && found.size() < MOST) {
            int start = at;
            Written written = BEGINS.get(folded.charAt(at)) ? quantities.at(at) : null;
            at = written == null ? at + 1 : written.end();
            if (written != null) {
                written.quantities()
                        .forEach(one -> found.computeIfAbsent(
                                one, read -> new Fact<>(read, quoter.span(text, start, written.end()), 0.9)));
            }
        }
        return List.copyOf(found.values());
    }

    private record Written(List<Quantity> quantities, int end) {}

    /** What begins at {@code at}; null if no number does. */
    private @Nullable Written at(int at) {
        SpelledNumber spelled = SpelledNumber.at(folded, at);
        if (spelled != null) {
            afterWords.region(spelled.end(), folded.length()).lookingAt(); // the unit may be missing
            return new Written(quantity(spelled.value(), unit(afterWords.group(1))), afterWords.end());
        }
        boolean isDollars = folded.charAt(at) == '$';
        Matcher number = isDollars ? dollars : quantity;
        if (!begins(folded, at) || !number.region(at, folded.length()).lookingAt()) {
            return null;
        }
        String unit = isDollars ? "usd" : number.group(1) == null ? unit(number.group(6)) : "percent";
        return new Written(quantities(number, unit), number.end());
    }

    /** Whether a number may begin there: a quick look before a slow pattern. A numeral alone is one only before 兆. */
    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (c < FIRST_IDEOGRAPH) {
            return c == '$' || (isDigit(c) && (at == 0 || !isDigit(text.charAt(at - 1))));
        }
        return NUMERALS.get(c)
                && at + 1 < text.length()
                && (NUMERALS.get(text.charAt(at + 1)) || "分兆".indexOf(text.charAt(at + 1)) >= 0);
    }

    private static BitSet characters(String all) {
        return all.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static List<Quantity> quantities(Matcher match, String unit) {
        @Nullable Double first = Numerals.read(match.group(2));
        @Nullable Double second = match.group(4) == null ? null : Numerals.read(match.group(4));
        double secondScale = scale(match.group(5));
        // "2-2.5万" scales both ends.
        double firstScale = match.group(3) == null && second != null && first != null && first < 1000
                ? secondScale
                : scale(match.group(3));
        List<Quantity> quantities = new ArrayList<>();
        if (first != null) {
            quantities.addAll(quantity(first * firstScale, unit));
        }
        if (second != null) {
            quantities.addAll(quantity(second * secondScale, unit));
        }
        return quantities;
    }

    /** That quantity, if it tells anything. */
    private static List<Quantity> quantity(double value, String unit) {
        boolean calendar = (unit.equals("year") || unit.equals("count")) && value >= 1900 && value <= 2100;
        boolean tellsNothing = unit.equals("date") || (value < 10 && SMALL_TELL_NOTHING.contains(unit));
        return calendar || tellsNothing ? List.of() : List.of(new Quantity(value, unit));
    }

    private static double scale(@Nullable String word) {
        return word == null ? 1 : Numerals.scale(word.strip());
    }

    private static String unit(@Nullable String word) {
        if (word == null) {
            return "count";
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "%", "percent", "per cent", "个百分点" -> "percent";
            case "倍", "times", "x" -> "times";
            case "美元", "美金", "dollar", "dollars" -> "usd";
            case "年", "岁", "year", "years" -> "year";
            case "个月", "month", "months" -> "month";
            case "月", "日" -> "date";
            case "周", "星期", "week", "weeks" -> "week";
            case "天", "day", "days" -> "day";
            case "小时", "hour", "hours" -> "hour";
            case "分钟", "minute", "minutes" -> "minute";
            case "秒", "second", "seconds" -> "second";
            case "毫秒", "millisecond", "milliseconds", "ms" -> "millisecond";
            case "公斤", "kg" -> "kilogram";
            case "吨", "ton", "tons", "tonne", "tonnes" -> "tonne";
            case "微米" -> "micrometre";
            case "度", "degree", "degrees" -> "degree";
            case "吉瓦", "gw", "gigawatts" -> "gigawatt";
            case "太瓦", "tw" -> "terawatt";
            case "兆瓦", "mw", "megawatts" -> "megawatt";
            case "公里", "km" -> "kilometre";
            case "纳米", "nm" -> "nanometre";
            case "公分", "厘米", "cm" -> "centimetre";
            default -> word.toLowerCase(Locale.ROOT);
        };
    }
}
