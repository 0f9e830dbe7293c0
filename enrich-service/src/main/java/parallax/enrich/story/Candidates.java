package parallax.enrich.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the articles that an article is to be compared with, without reading more of them than what they hold most. */
final class Candidates {

    /** No more of those that share a key are looked at: a fair sample. */
    static final int MOST = 2_000;

    /** Nor of those that share a key of their text: all copies share the same first ones, which join them; a form has no end of articles. */
    private static final int MOST_COPIES = 20;

    /** So many rare names and numbers two articles must share to be compared for that alone. */
    private static final int FEWEST_TERMS = 3;

    /** No more of those that hold a name or a number are looked at: the same sample for each. */
    private static final int MOST_HOLDERS = 60;

    /** Of those that share enough of them, so many that share most. */
    private static final int MOST_SHARING = 50;

    /** So many of what their sketches hold two articles must share, if one is named by the other; and if that alone is known. */
    private static final int FEWEST_SHARED = 2;

    private static final int FEWEST_SHARED_ALONE = 3;

    private final Library library;

    Candidates(Library library) {
        this.library = library;
    }

    /** Of each of {@code articles} the documents worth a comparison. */
    Map<Member, Set<String>> of(Collection<Member> articles) {
        Map<Member, NavigableSet<String>> lookups = new LinkedHashMap<>();
        Map<String, Set<String>> terms = new TreeMap<>();
        NavigableSet<String> keys = new TreeSet<>();
        for (Member article : articles) {
            NavigableSet<String> lookup = BlockKeys.lookups(article.facts());
            lookups.put(article, lookup);
            keys.addAll(lookup);
            terms.put(article.documentId(), BlockKeys.terms(article.facts()));
        }
        Map<String, List<String>> holders = library.holders(keys, MOST);
        Map<String, List<String>> sharing = library.sharing(terms, FEWEST_TERMS, MOST_HOLDERS, MOST_SHARING);
        Map<String, Set<String>> named = new TreeMap<>();
        NavigableSet<String> unsure = new TreeSet<>();
        Map<Member, Set<String>> found = new LinkedHashMap<>();
        lookups.forEach((article, lookup) -> {
            NavigableSet<String> sure = BlockKeys.sure(article.facts());
            found.put(article, all(holders, sure));
            lookup.removeAll(sure);
            Set<String> others = all(holders, lookup);
            named.put(article.documentId(), others);
            unsure.addAll(others);
            unsure.addAll(sharing.getOrDefault(article.documentId(), List.of()));
        });
        Map<String, Sketch> sketches = library.sketches(unsure);
        found.forEach((article, candidates) -> {
            Sketch sketch = Sketch.of(article.facts());
            String id = article.documentId();
            meeting(named.getOrDefault(id, Set.of()), sketch, sketches, FEWEST_SHARED, candidates);
            meeting(sharing.getOrDefault(id, List.of()), sketch, sketches, FEWEST_SHARED_ALONE, candidates);
            candidates.remove(id);
        });
        return found;
    }

    private static void meeting(
            Collection<String> ids, Sketch sketch, Map<String, Sketch> sketches, int fewest, Set<String> candidates) {
        ids.stream()
                .filter(id -> {
                    Sketch other = sketches.get(id);
                    return other == null || sketch.shared(other) >= fewest;
                })
                .forEach(candidates::add);
    }

    private static Set<String> all(Map<String, List<String>> holders, Collection<String> keys) {
        Set<String> all = new TreeSet<>();
        keys.forEach(key -> holders.getOrDefault(key, List.of()).stream()
                .limit(Copies.isKey(key) ? MOST_COPIES : MOST)
                .forEach(all::add));
        return all;
    }
}
