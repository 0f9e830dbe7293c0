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
        for (String spelling : spellings.keySet()) {
            begins[spelling.charAt(0)] = true;
            twos.set(hash(spelling, 2));
            if (spelling.length() < 4) {
                shorts.set(hash(spelling, spelling.length()));
            } else {
                fours.set(hash(spelling, 4));
            }
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
        int mixed = (before + next) * 0x9e3779b1; // Fibonacci hashing (Knuth, 1973): its upper bits are the mixed ones
        return mixed >>> Integer.numberOfLeadingZeros(HASHES - 1);
    }

    private boolean mayBegin(char[] text, int at) {
        int two = hash(hash(0, text[at]), text[at + 1]);
        if (!twos.get(two)) {
            return false;
        }
        if (shorts.get(two) || at + 2 == text.length) {
            return shorts.get(two);
        }
        int three = hash(two, text[at + 2]);
        return shorts.get(three) || (at + 3 < text.length && fours.get(hash(three, text[at + 3])));
    }

    /** Takes what is found. */
    @FunctionalInterface
    public interface Finding<V> {

        /** A spelling stands from {@code begin} to {@code end}, at which a Latin word may go on. */
        void found(int begin, int end, V value);
    }

    /** Reports every spelling in {@code folded}, in the order of where they begin, the shorter first. */
    public void find(String folded, Finding<V> finding) {
        char[] text = Folding.lower(folded);
        for (int at = 0; at < text.length - 1; at++) {
            if (begins[text[at]] && !LatinWords.continuesAt(folded, at) && mayBegin(text, at)) {
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
