package parallax.enrich.interview;

import java.util.List;
import java.util.Locale;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.LatinWords;
import parallax.enrich.text.WordList;

/**
 * Capitals for a text that has none, as a machine's transcript of speech: without them nothing tells a name. Given names and words
 * that English hardly knows get one (after Lita and others, "tRuEcasIng", 2003, without its context model).
 */
final class Casing {

    private static final int FEWEST_WORDS = 40;
    private static final double MOST_MARKED = 0.005;

    /** A given name that is a word as common as this is one only before a word that is none. */
    private static final int COMMON = 2500;

    private static final int VERY_COMMON = 300;

    private Casing() {}

    /** {@code folded} with capitals if it has next to none; else as it is. The length stays. */
    static String restored(String folded, List<LatinToken> tokens) {
        long most = (long) (tokens.size() * MOST_MARKED);
        if (tokens.size() < FEWEST_WORDS
                || tokens.stream()
                        .filter(token -> LatinWords.hasCapital(token.word()))
                        .skip(most)
                        .findAny()
                        .isPresent()) {
            return folded;
        }
        StringBuilder restored = new StringBuilder(folded);
        for (int i = 0; i < tokens.size(); i++) {
            LatinToken token = tokens.get(i);
            if (isName(token.word(), i + 1 < tokens.size() ? tokens.get(i + 1).word() : "")) {
                restored.setCharAt(token.start(), Character.toUpperCase(folded.charAt(token.start())));
            }
        }
        return restored.toString();
    }

    private static boolean isName(String word, String next) {
        int rank = rank(word);
        if (rank == Integer.MAX_VALUE) {
            return true;
        }
        return WordList.GIVEN_NAMES.contains(word)
                && (rank >= COMMON || (rank >= VERY_COMMON && rank(next) == Integer.MAX_VALUE));
    }

    private static int rank(String word) {
        return WordList.COMMON_ENGLISH.rank(word.toLowerCase(Locale.ROOT), Integer.MAX_VALUE);
    }
}
