package parallax.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A library as one change sees it: under its locks nothing of it changes but by that change, so nothing is asked twice. */
final class Reading implements Library {

    private final Library library;
    private final Aliases aliases;
    private final Map<String, Member> stored = new HashMap<>();
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Holders> holders = new HashMap<>();
    private final Map<String, Count> counts = new HashMap<>();
    private final Map<String, Map<Link, Linked>> links = new HashMap<>();
    private final Map<Link, Told> told = new TreeMap<>();
    private final Set<String> askedForMembers = new HashSet<>();
    private final Set<String> askedForTold = new HashSet<>();

    Reading(Library library) {
        this.library = library;
        this.aliases = new Aliases(this);
    }

    private record Holders(List<String> ids, int asked) {

        /** Whether the first {@code most} are known. */
        boolean reach(int most) {
            return asked >= most || ids.size() < asked;
        }
    }

    private record Count(int count, int asked) {

        /** Whether it is known as far as {@code most}. */
        boolean reaches(int most) {
            return asked >= most || count < asked;
        }
    }

    @Override
    public List<Member> members(Collection<String> ids) {
        aliases.applied(asStored(unknown(ids, members::containsKey)))
                .forEach(member -> members.put(member.documentId(), member));
        return known(ids, members);
    }

    /** The same articles, their guests by no other names than they give them themselves. */
    List<Member> asStored(Collection<String> ids) {
        List<String> unread = unknown(ids, askedForMembers::contains);
        if (!unread.isEmpty()) {
            askedForMembers.addAll(unread);
            library.members(unread).forEach(member -> stored.put(member.documentId(), member));
        }
        return known(ids, stored);
    }

    private static List<Member> known(Collection<String> ids, Map<String, Member> members) {
        return new TreeSet<>(ids)
                .stream()
                        .filter(members::containsKey)
                        .map(id -> Objects.requireNonNull(members.get(id)))
                        .toList();
    }

    @Override
    public Map<String, List<String>> holders(Map<String, Integer> mostOf) {
        Map<String, Integer> unread = new TreeMap<>();
        mostOf.forEach((key, most) -> {
            Holders known = holders.get(key);
            if (known == null || !known.reach(most)) {
                unread.put(key, most);
            }
        });
        if (!unread.isEmpty()) {
            Map<String, List<String>> found = library.holders(unread);
            unread.forEach((key, most) -> holders.put(key, new Holders(found.getOrDefault(key, List.of()), most)));
        }
        Map<String, List<String>> found = new TreeMap<>();
        mostOf.forEach((key, most) -> {
            List<String> ids = Objects.requireNonNull(holders.get(key)).ids();
            found.put(key, ids.subList(0, Math.min(most, ids.size())));
        });
        return found;
    }

    @Override
    public Map<String, Integer> counts(Collection<String> keys, int most) {
        List<String> unread = unknown(keys, key -> {
            Count known = counts.get(key);
            return known != null && known.reaches(most);
        });
        if (!unread.isEmpty()) {
            Map<String, Integer> found = library.counts(unread, most);
            unread.forEach(key -> counts.put(key, new Count(found.getOrDefault(key, 0), most)));
        }
        Map<String, Integer> found = new TreeMap<>();
        keys.forEach(key -> found.put(
                key, Math.min(most, Objects.requireNonNull(counts.get(key)).count())));
        return found;
    }

    @Override
    public Map<String, Set<String>> sharing(Map<String, Set<String>> keysOf, int fewest) {
        return library.sharing(keysOf, fewest);
    }

    @Override
    public Map<String, Sketch> sketches(Collection<String> ids) {
        return library.sketches(ids);
    }

    @Override
    public Map<Link, Linked> links(Collection<String> ids) {
        List<String> unread = unknown(ids, links::containsKey);
        if (!unread.isEmpty()) {
            Map<Link, Linked> found = library.links(unread);
            unread.forEach(id -> links.put(id, new TreeMap<>()));
            found.forEach(this::put);
        }
        Map<Link, Linked> found = new TreeMap<>();
        ids.forEach(id -> found.putAll(Objects.requireNonNull(links.get(id))));
        return found;
    }

    private void put(Link link, Linked linked) {
        link.ends()
                .forEach(id -> links.computeIfPresent(id, (end, own) -> {
                    own.put(link, linked);
                    return own;
                }));
    }

    @Override
    public void relink(Collection<Link> gone, Map<Link, Linked> come) {
        library.relink(gone, come);
        gone.forEach(link -> link.ends()
                .forEach(id -> links.getOrDefault(id, new TreeMap<>()).remove(link)));
        come.forEach(this::put);
    }

    @Override
    public List<Told> told(Collection<String> ids) {
        List<String> unread = unknown(ids, askedForTold::contains);
        if (!unread.isEmpty()) {
            askedForTold.addAll(unread);
            library.told(unread).forEach(word -> told.put(Link.of(word.first(), word.second()), word));
        }
        Set<String> wanted = Set.copyOf(ids);
        return told.values().stream()
                .filter(word -> wanted.contains(word.first()) || wanted.contains(word.second()))
                .toList();
    }

    @Override
    public Map<String, String> contents(Collection<String> documentIds) {
        return library.contents(documentIds);
    }

    private static List<String> unknown(Collection<String> wanted, Predicate<String> known) {
        return new TreeSet<>(wanted).stream().filter(known.negate()).toList();
    }
}
