package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * An editor's words about the articles of a component, as they bind the grouping. Articles told to be of one interview stand in
 * one story, and bring those along that the scores put with them; articles told apart never do.
 */
final class Verdicts {

    private final Map<String, NavigableSet<String>> joined = new HashMap<>();
    private final Set<List<String>> apart = new HashSet<>();

    Verdicts(Collection<Told> told) {
        told.stream().filter(word -> !word.same()).forEach(word -> apart.add(List.of(word.first(), word.second())));
        told.stream()
                .filter(Told::same)
                .sorted(Comparator.comparing(Told::decidedAt)
                        .reversed()
                        .thenComparing(Told::first)
                        .thenComparing(Told::second))
                .forEach(word -> join(with(word.first()), with(word.second())));
    }

    /** The articles told to be of {@code id}'s interview, with itself. */
    private NavigableSet<String> with(String id) {
        return joined.getOrDefault(id, new TreeSet<>(Set.of(id)));
    }

    private void join(NavigableSet<String> one, NavigableSet<String> other) {
        if (!apart(one, other)) {
            NavigableSet<String> all = new TreeSet<>(one);
            all.addAll(other);
            all.forEach(id -> joined.put(id, all));
        }
    }

    private boolean apart(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(a -> others.stream()
                .anyMatch(b -> apart.contains(a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a))));
    }

    /** Whether two articles are told apart, or others that they are told to go with. */
    boolean apart(String a, String b) {
        return !apart.isEmpty() && !with(a).contains(b) && apart(with(a), with(b));
    }

    /** The groups that the scores make, joined where an editor said so. */
    List<NavigableSet<String>> join(List<NavigableSet<String>> groups) {
        List<NavigableSet<String>> now = groups;
        for (NavigableSet<String> together : sets()) {
            now = join(now, together);
        }
        return now.stream().sorted(Comparator.comparing(NavigableSet::first)).toList();
    }

    private List<NavigableSet<String>> sets() {
        return joined.values().stream()
                .distinct()
                .sorted(Comparator.comparing(NavigableSet::first))
                .toList();
    }

    /** Whoever cannot come along, for being told apart, stays behind. */
    private List<NavigableSet<String>> join(List<NavigableSet<String>> groups, NavigableSet<String> together) {
        List<NavigableSet<String>> left = new ArrayList<>();
        NavigableSet<String> one = new TreeSet<>();
        for (NavigableSet<String> group : groups) {
            NavigableSet<String> rest = new TreeSet<>(group);
            rest.removeAll(together);
            if (rest.size() == group.size()) {
                left.add(group);
                continue;
            }
            one.addAll(group);
            one.removeAll(rest);
            if (apart(rest, together) || apart(rest, one)) {
                left.add(rest);
            } else {
                one.addAll(rest);
            }
        }
        if (!one.isEmpty()) {
            left.add(one);
        }
        return left.stream().filter(group -> !group.isEmpty()).toList();
    }
}
