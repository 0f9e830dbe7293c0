package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A library that is kept in memory: for measuring and for tests, as far as memory reaches. */
public final class InMemoryLibrary implements Library {

    private static final Comparator<String> ORDER =
            Comparator.comparingInt(BlockKeys::order).thenComparing(Comparator.naturalOrder());

    private final Map<String, Member> members = new TreeMap<>();
    private final Map<String, String> contents = new HashMap<>();
    private final Map<String, NavigableSet<String>> holders = new HashMap<>();
    private final Map<String, Map<Link, Linked>> links = new HashMap<>();
    private final Map<List<String>, Told> told = new HashMap<>();

    /**
     * Puts an article in, or another revision of it.
     *
     * @return the keys that it holds and those that it held before
     */
    public NavigableSet<String> put(Member member, String content) {
        NavigableSet<String> keys = remove(member.documentId());
        members.put(member.documentId(), member);
        contents.put(member.documentId(), content);
        for (String key : member.profile().keys()) {
            holders.computeIfAbsent(key, k -> new TreeSet<>(ORDER)).add(member.documentId());
            keys.add(key);
        }
        return keys;
    }

    /**
     * Takes an article out.
     *
     * @return the keys that it held
     */
    public NavigableSet<String> remove(String documentId) {
        Member member = members.remove(documentId);
        NavigableSet<String> keys = new TreeSet<>();
        if (member != null) {
            keys.addAll(member.profile().keys());
            keys.forEach(key -> Objects.requireNonNull(holders.get(key)).remove(documentId));
        }
        return keys;
    }

    /** Takes an editor's word in. */
    public void tell(Told word) {
        told.put(List.of(word.first(), word.second()), word);
    }

    /** Every article. */
    public List<Member> all() {
        return List.copyOf(members.values());
    }

    @Override
    public List<Member> members(Collection<String> ids) {
        List<Member> found = new ArrayList<>();
        for (String id : new TreeSet<>(ids)) {
            Member member = members.get(id);
            if (member != null) {
                found.add(member);
            }
        }
        return found;
    }

    @Override
    public Map<String, List<String>> holders(Map<String, Integer> mostOf) {
        Map<String, List<String>> found = new TreeMap<>();
        mostOf.forEach((key, most) -> found.put(
                key,
                holders.getOrDefault(key, new TreeSet<>()).stream().limit(most).toList()));
        return found;
    }

    @Override
    public Map<String, Integer> counts(Collection<String> keys, int most) {
        Map<String, Integer> counts = new TreeMap<>();
        keys.forEach(key -> counts.put(
                key, Math.min(most, holders.getOrDefault(key, new TreeSet<>()).size())));
        return counts;
    }

    @Override
    public Map<String, Set<String>> sharing(Map<String, Set<String>> keysOf, int fewest) {
        Map<String, Set<String>> found = new TreeMap<>();
        keysOf.forEach((name, keys) -> {
            Map<String, Integer> shared = new TreeMap<>();
            keys.forEach(
                    key -> holders.getOrDefault(key, new TreeSet<>()).forEach(id -> shared.merge(id, 1, Integer::sum)));
            shared.values().removeIf(count -> count < fewest);
            found.put(name, shared.keySet());
        });
        return found;
    }

    @Override
    public Map<String, Sketch> sketches(Collection<String> ids) {
        Map<String, Sketch> found = new TreeMap<>();
        members(ids)
                .forEach(member ->
                        found.put(member.documentId(), member.profile().sketch()));
        return found;
    }

    @Override
    public Map<Link, Linked> links(Collection<String> ids) {
        Map<Link, Linked> found = new TreeMap<>();
        ids.forEach(id -> found.putAll(links.getOrDefault(id, Map.of())));
        return found;
    }

    @Override
    public void relink(Collection<Link> gone, Map<Link, Linked> come) {
        gone.forEach(link ->
                link.ends().forEach(id -> Objects.requireNonNull(links.get(id)).remove(link)));
        come.forEach((link, linked) -> link.ends()
                .forEach(id -> links.computeIfAbsent(id, i -> new TreeMap<>()).put(link, linked)));
    }

    @Override
    public List<Told> told(Collection<String> ids) {
        return told.values().stream()
                .filter(word -> ids.contains(word.first()) || ids.contains(word.second()))
                .toList();
    }

    @Override
    public Map<String, String> contents(Collection<String> documentIds) {
        Map<String, String> found = new TreeMap<>();
        documentIds.forEach(id -> found.put(id, Objects.requireNonNull(contents.get(id), id)));
        return found;
    }
}
