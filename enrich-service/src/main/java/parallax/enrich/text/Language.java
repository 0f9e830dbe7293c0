package parallax.enrich.text;

import com.hankcs.hanlp.HanLP;

/** Tells English, simplified and traditional Chinese apart by their characters. */
public final class Language {

    /** BCP 47 for simplified Chinese. */
    public static final String SIMPLIFIED = "zh-Hans";

    /** BCP 47 for traditional Chinese. */
    public static final String TRADITIONAL = "zh-Hant";

    /** BCP 47 for English. */
    public static final String ENGLISH = "en";

    /** BCP 47 for what cannot be told. */
    public static final String UNKNOWN = "und";

    private static final int SAMPLE = 20_000;

    /** Chinese on business and technology is full of English words: up to so many Latin letters for a Han character. */
    private static final int MIXED = 8;

    private Language() {}

    /**
     * The language most of {@code text} is written in. Chinese is told from English by the share of Han characters, the scripts by which conversion leaves more characters as they are.
     */
    public static String of(CharSequence text) {
        String sample = text.subSequence(0, Math.min(SAMPLE, text.length())).toString();
        long han = sample.codePoints().filter(Character::isIdeographic).count();
        long latin = sample.codePoints()
                .filter(c -> c < 0x250 && Character.isLetter(c))
                .count();
        if (han + latin == 0) {
            return UNKNOWN;
        }
        if (han * MIXED < latin) {
            return ENGLISH;
        }
        int fromTraditional = changed(sample, HanLP.convertToSimplifiedChinese(sample));
        int fromSimplified = changed(sample, HanLP.convertToTraditionalChinese(sample));
        return fromTraditional > fromSimplified ? TRADITIONAL : SIMPLIFIED;
    }

    private static int changed(String before, String after) {
        int changed = Math.abs(before.length() - after.length());
        for (int i = 0; i < Math.min(before.length(), after.length()); i++) {
            changed += before.charAt(i) == after.charAt(i) ? 0 : 1;
        }
        return changed;
    }
}
