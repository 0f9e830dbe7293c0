package parallax.enrich.normalize;

import java.text.BreakIterator;
import java.util.Locale;

/** Where to end the beginning of a text. */
final class Beginning {

    private static final int LONGEST_WORD = 60;

    private Beginning() {}

    /**
     * At the end of a word where there are such; what is written without spaces ends after any character.
     *
     * @param most where it ends at the latest, less than the text's length
     */
    static int end(String text, int most) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = words.isBoundary(most) ? most : words.preceding(most);
        if (most - end > LONGEST_WORD) {
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(text);
            end = characters.isBoundary(most) ? most : characters.preceding(most);
        }
        return text.substring(0, end).stripTrailing().length();
    }
}
