package parallax.enrich.annotate;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.BitSet;
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

    /** So many of the first characters tell whether a spelling may begin; a power of two of hashes keeps errors few. */
    private static final int BEGINNING = 4;

    private static final int HASHES = 1 << 20;

    private final DoubleArrayTrie<V> trie = new DoubleArrayTrie<>();

    /** How they begin, as a filter before the trie (Bloom, 1970, with one hash). */
    private final BitSet beginnings = new BitSet(HASHES);

    /** Over {@code spellings}, folded and in lower case. */
    Spellings(Map<String, V> spellings) {
        trie.build(new TreeMap<>(spellings));
        for (String spelling : spellings.keySet()) {
            int hash = 0;
            for (int i = 0; i < Math.min(BEGINNING, spelling.length()); i++) {
                hash = next(hash, spelling.charAt(i));
            }
            beginnings.set(hash);
        }
    }

    private static int next(int hash, char c) {
        return (hash * 8191 + c) & (HASHES - 1);
    }

    private boolean mayBegin(char[] text, int at) {
        int hash = 0;
        for (int i = at; i < Math.min(at + BEGINNING, text.length); i++) {
            hash = next(hash, text[i]);
            if (beginnings.get(hash)) {
                return true;
            }
        }
        return false;
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
            if (!LatinWords.continuesAt(folded, at) && mayBegin(text, at)) {
                for (Map.Entry<String, V> match : trie.commonPrefixSearchWithValue(text, at)) {
                    finding.found(at, at + match.getKey().length(), match.getValue());
                }
            }
        }
    }
}
