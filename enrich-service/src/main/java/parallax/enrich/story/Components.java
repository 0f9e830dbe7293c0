package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
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
    private final Map<String, Map<String, Double>> links = new TreeMap<>();
    private final Map<String, NavigableSet<String>> firm = new HashMap<>();

    Components(Library library, Matching matching) {
        this.library = library;
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
            matching.members(all(firm(beyond)));
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
        matching.members(joined.keySet());
        return joined.values().stream()
                .distinct()
                .map(matching::members)
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
        List<Member> others = matching.members(other);
        return matching.members(one).stream().anyMatch(member -> others.stream()
                .anyMatch(neighbour ->
                        matching.weighed(member.profile(), neighbour.profile()).logOdds() > Grouping.JOIN));
    }

    /** The articles outside of a set to which a link leads. */
    private NavigableSet<String> beyond(NavigableSet<String> set) {
        NavigableSet<String> beyond = new TreeSet<>();
        set.forEach(id -> beyond.addAll(linked(id).keySet()));
        beyond.removeAll(set);
        return beyond;
    }

    /** The sets of firmly linked articles that hold one of {@code ids}. */
    private Set<NavigableSet<String>> firm(Collection<String> ids) {
        Collection<String> unread =
                ids.stream().filter(id -> !firm.containsKey(id)).toList();
        while (!unread.isEmpty()) {
            read(unread);
            unread = unread.stream()
                    .flatMap(id -> firmly(id).stream())
                    .filter(id -> !links.containsKey(id))
                    .distinct()
                    .toList();
        }
        Set<NavigableSet<String>> sets = new HashSet<>();
        for (String id : ids) {
            NavigableSet<String> known = firm.get(id);
            sets.add(known == null ? reach(id) : known);
        }
        return sets;
    }

    private void read(Collection<String> ids) {
        Set<String> wanted = Set.copyOf(ids);
        wanted.forEach(id -> links.put(id, new TreeMap<>()));
        library.links(wanted).forEach((link, odds) -> {
            if (wanted.contains(link.first())) {
                linked(link.first()).put(link.second(), odds);
            }
            if (wanted.contains(link.second())) {
                linked(link.second()).put(link.first(), odds);
            }
        });
    }

    private NavigableSet<String> reach(String id) {
        NavigableSet<String> set = new TreeSet<>(List.of(id));
        List<String> reached = new ArrayList<>(set);
        for (int i = 0; i < reached.size(); i++) {
            firmly(reached.get(i)).stream().filter(set::add).forEach(reached::add);
        }
        set.forEach(member -> firm.put(member, set));
        return set;
    }

    private List<String> firmly(String id) {
        return linked(id).entrySet().stream()
                .filter(link -> link.getValue() > Grouping.JOIN)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Double> linked(String id) {
        return Objects.requireNonNull(links.get(id));
    }

    private static NavigableSet<String> all(Set<NavigableSet<String>> sets) {
        NavigableSet<String> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return all;
    }
}
