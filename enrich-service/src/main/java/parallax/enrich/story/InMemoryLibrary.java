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
    private final Map<String, NavigableSet<String>> links = new HashMap<>();
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
        for (String key : BlockKeys.of(member.facts())) {
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
            keys.addAll(BlockKeys.of(member.facts()));
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
    public List<String> holders(String key, int most) {
        return holders.getOrDefault(key, new TreeSet<>()).stream().limit(most).toList();
    }

    @Override
    public Set<String> holdersOfAny(Collection<String> keys, int most) {
        Set<String> found = new TreeSet<>();
        keys.forEach(key -> found.addAll(holders(key, most)));
        return found;
    }

    @Override
    public Set<String> linked(Collection<String> ids) {
        Set<String> linked = new TreeSet<>();
        ids.forEach(id -> linked.addAll(links.getOrDefault(id, new TreeSet<>())));
        return linked;
    }

    @Override
    public void link(String id, Collection<String> others) {
        NavigableSet<String> before = links.getOrDefault(id, new TreeSet<>());
        before.forEach(other -> Objects.requireNonNull(links.get(other)).remove(id));
        links.put(id, new TreeSet<>(others));
        others.forEach(
                other -> links.computeIfAbsent(other, o -> new TreeSet<>()).add(id));
    }

    @Override
    public List<Told> told(Collection<String> ids) {
        return told.values().stream()
                .filter(word -> ids.contains(word.first()) || ids.contains(word.second()))
                .toList();
    }

    @Override
    public String content(String documentId) {
        return Objects.requireNonNull(contents.get(documentId), documentId);
    }
}
