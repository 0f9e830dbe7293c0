package parallax.enrich.interview;

import org.jspecify.annotations.Nullable;

/** Reads Arabic and Chinese numerals. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** The number that all of {@code text} stands for: {@code 1,000}, {@code 2.5}, {@code 三十六}, {@code 两}; null if it stands for none. */
    static @Nullable Double read(String text) {
        if (Character.isDigit(text.charAt(0))) {
            try {
                return Double.valueOf(text.replace(",", ""));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return chinese(text);
    }

    private static @Nullable Double chinese(String text) {
        double total = 0;
        double section = 0;
        double digit = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '两' ? '二' : text.charAt(i) == '〇' ? '零' : text.charAt(i);
            int value = DIGITS.indexOf(c);
            double scale = value >= 0 ? 1 : scale(String.valueOf(c));
            if (value >= 0) {
                digit = value;
            } else if (c == '半') {
                digit += 0.5;
            } else if (scale >= 10_000) {
                // 一万亿 multiplies what stands before; 一亿二千万 adds to it.
                double before = section + digit;
                total = total > 0 && total < scale
                        ? (total + before) * scale
                        : total + (before == 0 ? 1 : before) * scale;
                section = 0;
                digit = 0;
            } else if (scale > 1) {
                section += (digit == 0 ? 1 : digit) * scale;
                digit = 0;
            } else {
                return null;
            }
        }
        return total + section + digit;
    }

    /** What {@code word} multiplies by: 万 by 10,000, million by 1,000,000; 1 if it is no such word. 兆 is 10^12, as in Taiwan. */
    static double scale(String word) {
        return switch (word) {
            case "十" -> 10;
            case "百" -> 100;
            case "千", "thousand", "k", "K" -> 1_000;
            case "万" -> 10_000;
            case "百万", "million", "m", "M" -> 1_000_000;
            case "千万" -> 10_000_000;
            case "亿" -> 100_000_000;
            case "十亿", "billion", "b", "B" -> 1_000_000_000;
            case "百亿" -> 1e10;
            case "千亿" -> 1e11;
            case "万亿", "兆", "trillion" -> 1e12;
            default -> 1;
        };
    }
}
