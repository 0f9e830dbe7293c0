package parallax.enrich.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words and names by how they are written, found in a text where a word may begin (a double-array trie: Aoe, 1989).
 *
 * @param <V> what is known by a spelling
 */
public final class Spellings<V> {

    /** A power of two of hashes: few enough for the processor's first cache, many enough to err seldom. */
    private static final int HASHES = 1 << 17;

    private final DoubleArrayTrie<V> trie = new DoubleArrayTrie<>();

    /** By character, whether any begins with it. */
    private final boolean[] begins = new boolean[Character.MAX_VALUE + 1];

    /** What they begin with, two characters and four, as a filter before the trie (Bloom, 1970, with one hash). */
    private final BitSet twos = new BitSet(HASHES);

    private final BitSet fours = new BitSet(HASHES);

    /** Those that have no fourth. */
    private final BitSet shorts = new BitSet(HASHES);

    private final int root;

    /** Over {@code spellings} of two characters or more, folded and in lower case. */
    public Spellings(Map<String, V> spellings) {
        trie.build(new TreeMap<>(spellings));
        root = trie.getBase()[0];
        BitSet ones = new BitSet();
        for (String spelling : spellings.keySet()) {
            ones.set(spelling.charAt(0));
            twos.set(hash(spelling, 2));
            if (spelling.length() < 4) {
                shorts.set(hash(spelling, spelling.length()));
            } else {
                fours.set(hash(spelling, 4));
            }
        }
        for (int c = 0; c < begins.length; c++) {
            begins[c] = ones.get(Folding.foldCase((char) c));
        }
    }

    private static int hash(String beginning, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = hash(hash, beginning.charAt(i));
        }
        return hash;
    }

    private static int hash(int before, char next) {
        return (before * 8191 + next) & (HASHES - 1);
    }

    private boolean mayBegin(String folded, int at) {
        int two = hash(Folding.foldCase(folded.charAt(at)), Folding.foldCase(folded.charAt(at + 1)));
        if (!twos.get(two)) {
            return false;
        }
        if (shorts.get(two) || at + 2 == folded.length()) {
            return shorts.get(two);
        }
        int three = hash(two, Folding.foldCase(folded.charAt(at + 2)));
        return shorts.get(three)
                || (at + 3 < folded.length() && fours.get(hash(three, Folding.foldCase(folded.charAt(at + 3)))));
    }

    /** Takes what is found. */
    @FunctionalInterface
    public interface Finding<V> {

        /** A spelling stands from {@code begin} to {@code end}, at which a Latin word may go on. */
        void found(int begin, int end, V value);
    }

    /** Reports every spelling in {@code folded}, in the order of where they begin, the shorter first. */
    public void find(String folded, Finding<V> finding) {
        boolean inWord = false;
        for (int at = 0; at < folded.length() - 1; at++) {
            char c = folded.charAt(at);
            boolean latin = LatinWords.isLatin(c);
            if (!(latin && inWord) && begins[c] && mayBegin(folded, at)) {
                walk(folded, at, finding);
            }
            inWord = latin;
        }
    }

    private void walk(String folded, int begin, Finding<V> finding) {
        int node = trie.transition(Folding.foldCase(folded.charAt(begin)), root);
        for (int end = begin + 1; node >= 0; end++) {
            V value = trie.output(node);
            if (value != null) {
                finding.found(begin, end, value);
            }
            node = end < folded.length() ? trie.transition(Folding.foldCase(folded.charAt(end)), node) : -1;
        }
    }
}
