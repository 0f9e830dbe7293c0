package parallax.enrich.text;

/** Where Latin words begin and end; Chinese has no such bounds. */
public final class LatinWords {

    private static final boolean[] LATIN = new boolean[0x250];
    private static final boolean[] CAPITAL = new boolean[LATIN.length];

    static {
        for (char c = 0; c < LATIN.length; c++) {
            LATIN[c] = Character.isLetterOrDigit(c);
            CAPITAL[c] = Character.isUpperCase(c);
        }
    }

    private LatinWords() {}

    /** Whether a Latin word stands on both sides of {@code at}, so that a name must not begin or end there. */
    public static boolean continuesAt(CharSequence text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    /** Whether any letter of {@code word} is a capital. */
    public static boolean hasCapital(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < CAPITAL.length ? CAPITAL[c] : Character.isUpperCase(c)) {
                return true;
            }
        }
        return false;
    }

    /** A Latin letter or digit. */
    public static boolean isLatin(char c) {
        return c < LATIN.length && LATIN[c];
    }
}
