package parallax.enrich.story;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The articles that are stored, as the matching asks for them. Whatever it answers must be a function of the articles alone, not of their history. */
public interface Library {

    /** The articles among {@code ids} that are not withdrawn, ordered by document id; of one revision the same facts each time. */
    List<Member> members(Collection<String> ids);

    /**
     * The documents that hold each of some keys; of a key that none holds an empty list or nothing.
     *
     * @param mostOf by each key how many at most: those first in the order of {@link BlockKeys#order}
     */
    Map<String, List<String>> holders(Map<String, Integer> mostOf);

    /** The same, of each of {@code keys} as many at most. */
    default Map<String, List<String>> holders(Collection<String> keys, int most) {
        Map<String, Integer> mostOf = new TreeMap<>();
        keys.forEach(key -> mostOf.put(key, most));
        return holders(mostOf);
    }

    /** How many documents hold each of some keys, counted as far as {@code most}; of a key that none holds 0 or nothing. */
    Map<String, Integer> counts(Collection<String> keys, int most);

    /**
     * The documents that share several keys with each of some articles.
     *
     * @param keysOf the keys of each article, by any name of it
     * @param fewest how many they share at least
     * @return by the names in {@code keysOf}; of an article that shares enough with none an empty set or nothing
     */
    Map<String, Set<String>> sharing(Map<String, Set<String>> keysOf, int fewest);

    /** The sketches of the documents {@code ids}, as far as they are known. */
    Map<String, Sketch> sketches(Collection<String> ids);

    /** The links of which one end is among {@code ids}. */
    Map<Link, Linked> links(Collection<String> ids);

    /** Some links go, then others come; one of which something else is known now does both. */
    void relink(Collection<Link> gone, Map<Link, Linked> come);

    /** What editors said of pairs of which one is among {@code ids}; of two words about a pair the later. */
    List<Told> told(Collection<String> ids);

    /** What the documents said, to the letter. */
    Map<String, String> contents(Collection<String> documentIds);
}
