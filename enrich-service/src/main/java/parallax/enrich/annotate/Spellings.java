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

    /** A power of two of hashes: few enough for the processor's first cache, many enough to err seldom. */
    private static final int HASHES = 1 << 17;

    private final DoubleArrayTrie<V> trie = new DoubleArrayTrie<>();

    /** What they begin with, one character and two, as a filter before the trie (Bloom, 1970, with one hash). */
    private final BitSet firsts = new BitSet(Character.MAX_VALUE);

    private final BitSet beginnings = new BitSet(HASHES);

    private final int root;

    /** Over {@code spellings} of two characters or more, folded and in lower case. */
    Spellings(Map<String, V> spellings) {
        trie.build(new TreeMap<>(spellings));
        root = trie.getBase()[0];
        for (String spelling : spellings.keySet()) {
            firsts.set(spelling.charAt(0));
            beginnings.set(hash(spelling.charAt(0), spelling.charAt(1)));
        }
    }

    private static int hash(char first, char second) {
        return (first * 8191 + second) & (HASHES - 1);
    }

    private boolean mayBegin(char[] text, int at) {
        return firsts.get(text[at]) && beginnings.get(hash(text[at], text[at + 1]));
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
        for (int at = 0; at < text.length - 1; at++) {
            if (!LatinWords.continuesAt(folded, at) && mayBegin(text, at)) {
                walk(text, at, finding);
            }
        }
    }

    private void walk(char[] text, int begin, Finding<V> finding) {
        int node = trie.transition(text[begin], root);
        for (int end = begin + 1; node >= 0; end++) {
            V value = trie.output(node);
            if (value != null) {
                finding.found(begin, end, value);
            }
            node = end < text.length ? trie.transition(text[end], node) : -1;
        }
    }
}
