package parallax.enrich.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A word in Latin letters, as English has them and Chinese text borrows them: {@code GPT-5.2}, {@code don't}, {@code C++}.
 *
 * @param word as it stands, without a possessive or contracted ending
 * @param start offset in the text
 * @param end offset after it
 * @param opens whether a sentence, line or quotation begins with it, so that a capital says nothing
 */
public record LatinToken(String word, int start, int end, boolean opens) {

    private static final String JOINS = "-'.+&";
    private static final String OPENERS = ".?!:\n>)-#|;…，。！？：；";

    /** More between two words than a mark, a space, or a word of one letter: they are of two phrases. */
    private static final int WIDEST_GAP = 6;

    private static final String CONTRACTED = "|s|m|ve|re|ll|d|t|";

    /** Every such word of {@code text}, of two characters or more, in its order. */
    public static List<LatinToken> of(String text) {
        List<LatinToken> found = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!isLetter(text.charAt(i)) || (i > 0 && LatinWords.isLatin(text.charAt(i - 1)))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length()
                    && (LatinWords.isLatin(text.charAt(end))
                            || (JOINS.indexOf(text.charAt(end)) >= 0
                                    && end + 1 < text.length()
                                    && LatinWords.isLatin(text.charAt(end + 1))))) {
                end++;
            }
            String word = text.substring(i, end);
            int apostrophe = word.lastIndexOf('\'');
            if (apostrophe > 0 && CONTRACTED.contains("|" + word.substring(apostrophe + 1) + "|")) {
                word = word.substring(0, apostrophe);
            }
            if (word.length() > 1) {
                found.add(new LatinToken(word, i, i + word.length(), opens(text, i)));
            }
            i += Math.max(word.length(), 1);
        }
        return found;
    }

    /** Whether it is written with a capital or a digit. */
    public boolean marked() {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) || Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it stands close enough behind {@code previous} to be of one phrase with it. */
    public boolean follows(LatinToken previous) {
        return start - previous.end <= WIDEST_GAP;
    }

    private static boolean isLetter(char c) {
        return LatinWords.isLatin(c) && !Character.isDigit(c);
    }

    private static boolean opens(String text, int at) {
        int i = at - 1;
        while (i >= 0 && at - i <= 3 && " \"'*_".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i < 0 || OPENERS.indexOf(text.charAt(i)) >= 0;
    }
}
