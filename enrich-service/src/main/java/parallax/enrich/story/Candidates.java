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

    /** A name or a number that more articles hold is not rare, and no reason for a comparison. */
    private static final int MOST_HOLDERS = 100;

    /** So many of what their sketches hold two articles must share, if one is named by the other; and if that alone is known. */
    private static final int FEWEST_SHARED = 2;

    private static final int FEWEST_SHARED_ALONE = 3;

    private final Library library;

    Candidates(Library library) {
        this.library = library;
    }

    /**
     * The documents worth a comparison with one.
     *
     * @param sure for what the two are, whatever others there are
     * @param byTerms for rare terms only
     */
    record Found(Set<String> sure, Set<String> byTerms) {

        Set<String> all() {
            Set<String> all = new TreeSet<>(sure);
            all.addAll(byTerms);
            return all;
        }
    }

    /** Of each of {@code articles} the documents worth a comparison. */
    Map<Member, Found> of(Collection<Member> articles) {
        Map<Member, NavigableSet<String>> lookups = new LinkedHashMap<>();
        Map<String, Set<String>> terms = new TreeMap<>();
        NavigableSet<String> keys = new TreeSet<>();
        for (Member article : articles) {
            NavigableSet<String> lookup = new TreeSet<>(article.profile().lookups());
            lookups.put(article, lookup);
            keys.addAll(lookup);
            terms.put(article.documentId(), new TreeSet<>(article.profile().terms()));
        }
        NavigableSet<String> rare = rare(terms.values());
        terms.values().forEach(held -> held.retainAll(rare));
        Map<String, List<String>> holders = library.holders(keys, MOST);
        Map<String, Set<String>> sharing = library.sharing(terms, FEWEST_TERMS);
        Map<String, Set<String>> named = new TreeMap<>();
        NavigableSet<String> unsure = new TreeSet<>();
        Map<Member, Set<String>> sureOf = new LinkedHashMap<>();
        lookups.forEach((article, lookup) -> {
            NavigableSet<String> sure = BlockKeys.sure(article.facts());
            sureOf.put(article, all(holders, sure));
            lookup.removeAll(sure);
            Set<String> others = all(holders, lookup);
            named.put(article.documentId(), others);
            unsure.addAll(others);
            unsure.addAll(sharing.getOrDefault(article.documentId(), Set.of()));
        });
        Map<String, Sketch> sketches = library.sketches(unsure);
        Map<Member, Found> found = new LinkedHashMap<>();
        sureOf.forEach((article, sure) -> {
            Sketch sketch = article.profile().sketch();
            String id = article.documentId();
            Set<String> byTerms = new TreeSet<>();
            meeting(named.getOrDefault(id, Set.of()), sketch, sketches, FEWEST_SHARED, sure);
            meeting(sharing.getOrDefault(id, Set.of()), sketch, sketches, FEWEST_SHARED_ALONE, byTerms);
            byTerms.removeAll(sure);
            sure.remove(id);
            byTerms.remove(id);
            found.put(article, new Found(sure, byTerms));
        });
        return found;
    }

    private NavigableSet<String> rare(Collection<Set<String>> terms) {
        NavigableSet<String> rare = new TreeSet<>();
        terms.forEach(rare::addAll);
        library.counts(rare, MOST_HOLDERS + 1).forEach((term, count) -> {
            if (count > MOST_HOLDERS) {
                rare.remove(term);
            }
        });
        return rare;
    }

    /**
     * The documents of which others may be found now, for a term that they hold has become rare or has ceased to be: of the former all
     * that hold it, of the latter those that were found by their terms.
     *
     * @param changed what came or changed
     * @param documents how many came, changed or went
     * @param keys what these hold now or held before
     * @param before those of them that were held before
     */
    NavigableSet<String> foundAnew(
            Collection<Member> changed, int documents, Collection<String> keys, Collection<String> before) {
        Map<String, Integer> held = new TreeMap<>();
        keys.stream().filter(BlockKeys::isTerm).forEach(term -> held.put(term, 0));
        changed.forEach(article -> article.profile().terms().forEach(term -> held.merge(term, 1, Integer::sum)));
        // one further than all of them: what was common before has not become so
        Map<String, Integer> counts = library.counts(held.keySet(), MOST_HOLDERS + documents + 1);
        NavigableSet<String> commoner = new TreeSet<>();
        NavigableSet<String> rarer = new TreeSet<>();
        held.forEach((term, now) -> {
            int count = counts.getOrDefault(term, 0);
            if (count > MOST_HOLDERS && count - now <= MOST_HOLDERS) {
                commoner.add(term);
            } else if (before.contains(term) && count <= MOST_HOLDERS && count + documents - now > MOST_HOLDERS) {
                rarer.add(term);
            }
        });
        NavigableSet<String> anew = new TreeSet<>();
        library.holders(rarer, MOST_HOLDERS).values().forEach(anew::addAll);
        Collection<List<String>> together =
                library.holders(commoner, MOST_HOLDERS + documents).values();
        library.links(together.stream().flatMap(List::stream).toList()).forEach((link, linked) -> {
            if (linked.byTerms() && together.stream().anyMatch(holders -> holders.containsAll(link.ends()))) {
                anew.addAll(link.ends());
            }
        });
        return anew;
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
