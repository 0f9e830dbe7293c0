package parallax.enrich.text;

import com.hankcs.hanlp.HanLP;

/**
 * One form of writing for matching: simplified characters, half-width Latin, one middle dot, one kind of quotation mark.
 * Character for character, so that places are kept; never for display (simplifying loses distinctions).
 */
public final class Folding {

    private static final char[] FOLDED = table();
    private static final char[] LOWER = lower();

    private Folding() {}

    /** The folded form, of the same length. */
    public static String fold(String text) {
        return new String(through(FOLDED, text));
    }

    /** The folded form in lower case, of the same length. */
    public static String foldCase(String text) {
        return new String(lower(text));
    }

    /** The characters of that. */
    static char[] lower(String text) {
        return through(LOWER, text);
    }

    private static char[] through(char[] table, String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = table[folded[i]];
        }
        return folded;
    }

    private static char[] lower() {
        char[] lower = FOLDED.clone();
        for (int c = 0; c < lower.length; c++) {
            lower[c] = Character.toLowerCase(lower[c]);
        }
        return lower;
    }

    /** Whether traditional Chinese alone writes {@code c}: what has a simplified form. */
    static boolean isTraditional(char c) {
        return c >= '\u3400' && c <= '\u9fff' && FOLDED[c] != c;
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = (char) c;
        }
        for (char c = '！'; c <= '～'; c++) {
            table[c] = (char) (c - '！' + '!');
        }
        for (char c = '\u3400'; c <= '\u9fff'; c++) {
            String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(c));
            if (simplified.length() == 1) {
                table[c] = simplified.charAt(0);
            }
        }
        // Hong Kong's forms, and old ones, that the conversion does not know.
        each(table, "敍衞枱厰粧姪囬酧牠", "叙卫台厂妆侄回酬它");
        map(table, "．・•‧∙●・", '·');
        map(table, "‘’‛′", '\'');
        map(table, "“”„″「」『』", '"');
        map(table, "‐‑‒–—―−", '-');
        map(table, "\u3000\u00a0\u2002\u2003\u2009\u200a", ' ');
        // Kept apart from ASCII: a full-width comma or colon ends a clause, an ASCII one may stand inside a number.
        map(table, "，", '，');
        map(table, "：", '：');
        map(table, "。", '。');
        return table;
    }

    private static void each(char[] table, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            table[from.charAt(i)] = to.charAt(i);
        }
    }

    private static void map(char[] table, String from, char to) {
        from.chars().forEach(c -> table[c] = to);
    }
}
