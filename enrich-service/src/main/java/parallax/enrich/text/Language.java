package parallax.enrich.text;

import com.hankcs.hanlp.HanLP;
import java.util.BitSet;

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

    private static final BitSet SIMPLIFIED_ONLY = simplified();

    private Language() {}

    /**
     * The language most of {@code text} is written in. Chinese is told from English by the share of Han characters, the scripts by which of them has more of its own.
     */
    public static String of(CharSequence text) {
        String sample = text.toString().substring(0, Math.min(SAMPLE, text.length()));
        int han = 0;
        int latin = 0;
        int traditional = 0;
        int simplified = 0;
        int c;
        for (int i = 0; i < sample.length(); i += Character.charCount(c)) {
            c = sample.codePointAt(i);
            if (c < 0x250) {
                latin += Character.isLetter(c) ? 1 : 0;
                continue;
            }
            han += Character.isIdeographic(c) ? 1 : 0;
            traditional += Folding.isTraditional((char) c) ? 1 : 0;
            simplified += SIMPLIFIED_ONLY.get(c) ? 1 : 0;
        }
        if (han + latin == 0) {
            return UNKNOWN;
        }
        if (han * MIXED < latin) {
            return ENGLISH;
        }
        return traditional > simplified ? TRADITIONAL : SIMPLIFIED;
    }

    /** What has a traditional form, though not in every word: 后, 干. */
    private static BitSet simplified() {
        BitSet simplified = new BitSet();
        for (char c = '\u3400'; c <= '\u9fff'; c++) {
            simplified.set(
                    c, !HanLP.convertToTraditionalChinese(String.valueOf(c)).equals(String.valueOf(c)));
        }
        return simplified;
    }
}
