package parallax.enrich.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.TracedText;

/** Finds the numbers of a text, with scale and unit, ranges as both their ends. */
final class Quantities {

    private static final String NUMBER =
            "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[零一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九两](?=兆))";
    private static final String SCALE =
            "( ?(?:千万|百万|十亿|百亿|千亿|万亿|[千万亿兆]|thousand\\b|million\\b|billion\\b|trillion\\b|[kKMB]\\b))?";
    private static final Pattern QUANTITY = Pattern.compile(
            "(?<![\\w.:/#-])" + NUMBER + SCALE + "(?: ?(?:-|~|到|至|to) ?"
                    + NUMBER + SCALE
                    + ")?[ -]?(%|percent|个百分点|倍|times\\b|x\\b|美元|美金|dollars?\\b|年|岁|years?\\b|个月|月|months?\\b|天|日|days?\\b|"
                    + "小时|hours?\\b|分钟|minutes?\\b|吉瓦|太瓦|兆瓦|GW\\b|TW\\b|MW\\b|公里|km\\b|纳米|nm\\b|公分|厘米|cm\\b|Hz\\b|GB\\b|KB\\b|度)?");
    private static final String NUMERALS = "零一二三四五六七八九十百千万亿两";
    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MOST = 400;

    private Quantities() {}

    /** Each distinct quantity once, where it stands first; years, dates, times, and bare numbers below ten tell nothing and are left out. */
    static List<Fact<Quantity>> read(TracedText text, String folded, Quoter quoter) {
        Map<Quantity, Fact<Quantity>> found = new LinkedHashMap<>();
        Matcher matcher = QUANTITY.matcher(folded).useTransparentBounds(true);
        int at = 0;
        while (at < folded.length() && found.size() < MOST) {
            if (!begins(folded.charAt(at))
                    || !matcher.region(at, folded.length()).lookingAt()) {
                at++;
                continue;
            }
            for (Quantity quantity : quantities(matcher)) {
                found.putIfAbsent(
                        quantity, new Fact<>(quantity, quoter.span(text, matcher.start(), matcher.end()), 0.9));
            }
            at = matcher.end();
        }
        return List.copyOf(found.values());
    }

    /** Whether a number may begin with {@code c}: a quick look before a slow pattern. */
    private static boolean begins(char c) {
        return (c >= '0' && c <= '9') || (c >= FIRST_IDEOGRAPH && NUMERALS.indexOf(c) >= 0);
    }

    private static List<Quantity> quantities(Matcher match) {
        String unit = unit(match.group(5));
        @Nullable Double first = Numerals.read(match.group(1));
        @Nullable Double second = match.group(3) == null ? null : Numerals.read(match.group(3));
        double secondScale = scale(match.group(4));
        // "2-2.5万" scales both ends.
        double firstScale = match.group(2) == null && second != null && first != null && first < 1000
                ? secondScale
                : scale(match.group(2));
        List<Quantity> quantities = new ArrayList<>();
        add(quantities, first, firstScale, unit);
        add(quantities, second, secondScale, unit);
        return quantities;
    }

    private static void add(List<Quantity> quantities, @Nullable Double number, double scale, String unit) {
        if (number == null) {
            return;
        }
        double value = number * scale;
        boolean calendar = (unit.equals("year") && value >= 1900 && value <= 2100)
                || unit.equals("date")
                || (unit.equals("count") && scale == 1 && value >= 1900 && value <= 2100);
        boolean tellsNothing = unit.equals("count") && value < 10;
        if (!calendar && !tellsNothing) {
            quantities.add(new Quantity(value, unit));
        }
    }

    private static double scale(@Nullable String word) {
        return word == null ? 1 : Numerals.scale(word.strip());
    }

    private static String unit(@Nullable String word) {
        if (word == null) {
            return "count";
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "%", "percent", "个百分点" -> "percent";
            case "倍", "times", "x" -> "times";
            case "美元", "美金", "dollar", "dollars" -> "usd";
            case "年", "岁", "year", "years" -> "year";
            case "个月", "month", "months" -> "month";
            case "月", "日" -> "date";
            case "天", "day", "days" -> "day";
            case "小时", "hour", "hours" -> "hour";
            case "分钟", "minute", "minutes" -> "minute";
            case "吉瓦", "gw" -> "gigawatt";
            case "太瓦", "tw" -> "terawatt";
            case "兆瓦", "mw" -> "megawatt";
            case "公里", "km" -> "kilometre";
            case "纳米", "nm" -> "nanometre";
            case "公分", "厘米", "cm" -> "centimetre";
            default -> word.toLowerCase(Locale.ROOT);
        };
    }
}
