package parallax.enrich.interview;

import java.util.ArrayList;
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
    private static final String UNIT =
            "(%|percent|per cent|个百分点|倍|times\\b|x\\b|美元|美金|dollars?\\b|年|岁|years?\\b|个月|月|months?\\b|周|星期|weeks?\\b|天|日|days?\\b|"
                    + "小时|hours?\\b|分钟|minutes?\\b|毫秒|milliseconds?\\b|ms\\b|秒|seconds?\\b|吉瓦|太瓦|兆瓦|gigawatts?\\b|megawatts?\\b|GW\\b|TW\\b|MW\\b|"
                    + "公里|km\\b|纳米|nm\\b|微米|公分|厘米|cm\\b|公斤|kg\\b|吨|tons?\\b|tonnes?\\b|Hz\\b|GB\\b|KB\\b|度|degrees?\\b)?";
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![\\w.:/#-])(百分之)?" + NUMBER + SCALE + "(?: ?(?:-|~|到|至|to) ?" + NUMBER + SCALE + ")?[ -]?" + UNIT);
    private static final Pattern DOLLARS = Pattern.compile(
            "(?<!NT|HK|[AC])\\$()" + NUMBER + SCALE + "(?:(?: ?(?:-|~|to) ?)\\$?" + NUMBER + SCALE + ")?()");
    private static final Pattern AFTER_WORDS = Pattern.compile("[ -]?" + UNIT);
    private static final String NUMERALS = "零一二三四五六七八九十百千万亿两";
    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MOST = 400;

    /** "Two years", "three times": said in every text. */
    private static final Set<String> SMALL_TELL_NOTHING =
            Set.of("count", "times", "year", "month", "week", "day", "hour", "minute", "second");

    private Quantities() {}

    /** Each distinct quantity once, where it stands first; years, dates, times, and bare numbers below ten tell nothing and are left out. */
    static List<Fact<Quantity>> read(TracedText text, String folded, Quoter quoter) {
        Map<Quantity, Fact<Quantity>> found = new LinkedHashMap<>();
        Matcher quantity = QUANTITY.matcher(folded).useTransparentBounds(true);
        Matcher dollars = DOLLARS.matcher(folded).useTransparentBounds(true);
        int at = 0;
        while (at < folded.length() && found.size() < MOST) {
            char c = folded.charAt(at);
            Matcher matcher = c == '$' ? dollars : quantity;
            SpelledNumber spelled = SpelledNumber.at(folded, at);
            int end = at + 1;
            List<Quantity> quantities = List.of();
            if (spelled != null) {
                Matcher unit = AFTER_WORDS.matcher(folded).region(spelled.end(), folded.length());
                end = unit.lookingAt() ? unit.end() : spelled.end();
                quantities = quantity(spelled.value(), unit(unit.group(1)));
            } else if (begins(folded, at) && matcher.region(at, folded.length()).lookingAt()) {
                end = matcher.end();
                quantities = quantities(
                        matcher, c == '$' ? "usd" : matcher.group(1) == null ? unit(matcher.group(6)) : "percent");
            }
            for (Quantity read : quantities) {
                found.putIfAbsent(read, new Fact<>(read, quoter.span(text, at, end), 0.9));
            }
            at = end;
        }
        return List.copyOf(found.values());
    }

    /** Whether a number may begin there: a quick look before a slow pattern. A numeral alone is one only before 兆. */
    private static boolean begins(String text, int at) {
        char c = text.charAt(at);
        if (c < FIRST_IDEOGRAPH) {
            return c == '$' || (isDigit(c) && (at == 0 || !isDigit(text.charAt(at - 1))));
        }
        return NUMERALS.indexOf(c) >= 0
                && at + 1 < text.length()
                && (NUMERALS.indexOf(text.charAt(at + 1)) >= 0 || "分兆".indexOf(text.charAt(at + 1)) >= 0);
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
