package parallax.enrich.annotate;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.Map;
import java.util.TreeMap;
import parallax.enrich.text.Folding;
import parallax.enrich.text.LatinWords;

/**
 * Words and names by how they are written, found in a text where a word may begin (a double-array trie: Aoe, 1989).
 *
 * @param <V> what is known by a spelling
 */
final class Spellings<V> {

    private final DoubleArrayTrie<V> trie = new DoubleArrayTrie<>();

    /** Over {@code spellings}, folded and in lower case. */
    Spellings(TreeMap<String, V> spellings) {
        trie.build(spellings);
    }

    /** Takes what is found. */
    @FunctionalInterface
    interface Finding<V> {

        /** A spelling stands from {@code begin} to {@code end}, at which a Latin word may go on. */
        void found(int begin, int end, V value);
    }

    /** Reports every spelling in {@code folded}, in the order of where they begin, the shorter first. */
    void find(String folded, Finding<V> finding) {
        char[] text = Folding.foldCase(folded).toCharArray();
        for (int at = 0; at < text.length; at++) {
            boolean word = Character.isLetterOrDigit(text[at]);
            if (word && !LatinWords.continuesAt(folded, at)) {
                for (Map.Entry<String, V> match : trie.commonPrefixSearchWithValue(text, at)) {
                    finding.found(at, at + match.getKey().length(), match.getValue());
                }
            }
        }
    }
}
