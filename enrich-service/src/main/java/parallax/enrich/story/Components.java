package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The sets of articles beyond which no story reaches: between two groups that are joined at the mean of their pairs there is a pair
 * that scores as high. Such pairs are firm links, or stand between two sets of firmly linked articles that a weaker link makes
 * neighbours: two articles that share no key may be known to belong together by a third. A function of the links, wherever one begins.
 */
final class Components {

    private final Library library;
    private final Matching matching;
    private final Map<String, NavigableSet<String>> firm = new HashMap<>();

    Components(Matching matching) {
        this.library = matching.library();
        this.matching = matching;
    }

    /** Those that hold one of {@code ids}. */
    List<List<Member>> of(Collection<String> ids) {
        Map<String, NavigableSet<String>> joined = new TreeMap<>();
        Set<NavigableSet<String>> reached = firm(ids);
        Set<NavigableSet<String>> seen = new HashSet<>();
        while (!reached.isEmpty()) {
            seen.addAll(reached);
            reached.forEach(set -> set.forEach(id -> joined.putIfAbsent(id, set)));
            NavigableSet<String> beyond = new TreeSet<>();
            reached.forEach(set -> beyond.addAll(beyond(set)));
            Map<Member, List<Member>> neighbours = new HashMap<>();
            library.members(all(firm(beyond)));
            for (NavigableSet<String> set : reached) {
                List<Member> others = library.members(all(firm(beyond(set))));
                library.members(set).forEach(member -> neighbours.put(member, others));
            }
            matching.foresee(neighbours);
            Set<NavigableSet<String>> further = new HashSet<>();
            for (NavigableSet<String> set : reached) {
                for (NavigableSet<String> other : firm(beyond(set))) {
                    if (meet(set, other)) {
                        join(set.first(), other, joined);
                        further.add(other);
                    }
                }
            }
            further.removeAll(seen);
            reached = further;
        }
        library.members(joined.keySet());
        return joined.values().stream()
                .distinct()
                .map(library::members)
                .filter(members -> !members.isEmpty())
                .toList();
    }

    private static void join(String one, NavigableSet<String> other, Map<String, NavigableSet<String>> joined) {
        NavigableSet<String> all = new TreeSet<>(joined.getOrDefault(one, new TreeSet<>()));
        all.addAll(joined.getOrDefault(other.first(), other));
        all.forEach(id -> joined.put(id, all));
    }

    /** Whether a pair between the two scores as high as one within. */
    private boolean meet(NavigableSet<String> one, NavigableSet<String> other) {
        List<Member> others = library.members(other);
        return library.members(one).stream().anyMatch(member -> others.stream()
                .anyMatch(neighbour -> matching.weighed(member.profile(), neighbour.profile(), Grouping.JOIN)
                                .logOdds()
                        > Grouping.JOIN));
    }

    /** The articles outside of a set to which a link leads. */
    private NavigableSet<String> beyond(NavigableSet<String> set) {
        NavigableSet<String> beyond = new TreeSet<>();
        library.links(set).keySet().forEach(link -> beyond.addAll(link.ends()));
        beyond.removeAll(set);
        return beyond;
    }

    /** The sets of firmly linked articles that hold one of {@code ids}. */
    private Set<NavigableSet<String>> firm(Collection<String> ids) {
        Map<String, Set<String>> firmly = new TreeMap<>();
        Set<String> asked = new HashSet<>();
        Collection<String> reached =
                ids.stream().filter(id -> !firm.containsKey(id)).toList();
        while (!reached.isEmpty()) {
            reached.forEach(id -> firmly.putIfAbsent(id, new TreeSet<>()));
            asked.addAll(reached);
            NavigableSet<String> further = new TreeSet<>();
            library.links(reached).forEach((link, linked) -> {
                if (linked.odds() > Grouping.JOIN) {
                    firmly.computeIfAbsent(link.first(), id -> new TreeSet<>()).add(link.second());
                    firmly.computeIfAbsent(link.second(), id -> new TreeSet<>()).add(link.first());
                    further.addAll(link.ends());
                }
            });
            further.removeAll(asked);
            reached = further;
        }
        Set<NavigableSet<String>> sets = new HashSet<>();
        for (String id : ids) {
            NavigableSet<String> known = firm.get(id);
            sets.add(known == null ? reach(id, firmly) : known);
        }
        return sets;
    }

    private NavigableSet<String> reach(String id, Map<String, Set<String>> firmly) {
        NavigableSet<String> set = new TreeSet<>(List.of(id));
        List<String> reached = new ArrayList<>(set);
        for (int i = 0; i < reached.size(); i++) {
            firmly.getOrDefault(reached.get(i), Set.of()).stream()
                    .filter(set::add)
                    .forEach(reached::add);
        }
        set.forEach(member -> firm.put(member, set));
        return set;
    }

    private static NavigableSet<String> all(Set<NavigableSet<String>> sets) {
        NavigableSet<String> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return all;
    }
}
