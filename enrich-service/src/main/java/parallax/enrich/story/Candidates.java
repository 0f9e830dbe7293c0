package parallax.enrich.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Finds the articles that an article is to be compared with, without reading more of them than what they hold most. */
final class Candidates {

    /** No more of those that share a key are looked at: a fair sample. */
    private static final int MOST = 2_000;

    private final Library library;

    Candidates(Library library) {
        this.library = library;
    }

    /** Of each of {@code articles} the documents worth a comparison. */
    Map<Member, Set<String>> of(Collection<Member> articles) {
        Map<Member, NavigableSet<String>> lookups = new LinkedHashMap<>();
        NavigableSet<String> keys = new TreeSet<>();
        for (Member article : articles) {
            NavigableSet<String> lookup = BlockKeys.lookups(article.facts());
            lookups.put(article, lookup);
            keys.addAll(lookup);
        }
        Map<String, List<String>> holders = library.holders(keys, MOST);
        Map<Member, Set<String>> found = new LinkedHashMap<>();
        Map<Member, Set<String>> possible = new LinkedHashMap<>();
        lookups.forEach((article, lookup) -> {
            NavigableSet<String> sure = BlockKeys.sure(article.facts());
            found.put(article, all(holders, sure));
            lookup.removeAll(sure);
            Set<String> others = all(holders, lookup);
            others.removeAll(found.getOrDefault(article, Set.of()));
            possible.put(article, others);
        });
        NavigableSet<String> unsure = new TreeSet<>();
        possible.values().forEach(unsure::addAll);
        Map<String, Sketch> sketches = library.sketches(unsure);
        possible.forEach((article, others) -> {
            Sketch sketch = Sketch.of(article.facts());
            Set<String> candidates = found.getOrDefault(article, Set.of());
            others.stream()
                    .filter(id -> {
                        Sketch other = sketches.get(id);
                        return other == null || sketch.meets(other);
                    })
                    .forEach(candidates::add);
            candidates.remove(article.documentId());
        });
        return found;
    }

    private static Set<String> all(Map<String, List<String>> holders, Collection<String> keys) {
        Set<String> all = new TreeSet<>();
        keys.forEach(key -> all.addAll(holders.getOrDefault(key, List.of())));
        return all;
    }
}
