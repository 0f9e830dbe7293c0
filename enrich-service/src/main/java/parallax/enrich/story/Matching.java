package parallax.enrich.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that a change can regroup, without looking at all. Articles that share a key are compared, those that score
 * high enough are linked, and what is linked, directly or through others, is grouped together. A guest's articles weigh each
 * other's words (see {@link Block}), so a new one has all pairs of that guest compared again: links are a function of the
 * articles that are stored, not of the order in which they came.
 */
public final class Matching {

    /** Pairs at or above this many nats are looked at together. */
    static final double LINK = -3;

    /** So many of a guest's articles say what that guest always says. */
    private static final int SAMPLE = 30;

    /** Of a guest with more articles than this, those that came before are not compared again. */
    private static final int MOST_COMPARED_AGAIN = 200;

    private final Library library;
    private final @Nullable Matching earlier;
    private final Candidates candidates;
    private final Map<NavigableSet<String>, Block> blocks = new HashMap<>();
    private final Map<Link, PairScore> scores = new HashMap<>();
    private final Map<String, Member> read = new TreeMap<>();

    /** Over the articles of {@code library}, for one change. */
    public Matching(Library library) {
        this(library, null);
    }

    /**
     * Over the articles of {@code library}, for one change.
     *
     * @param earlier one of the same change, tried before: what it weighed and is still as it was is not weighed again
     */
    public Matching(Library library, @Nullable Matching earlier) {
        this.library = library;
        this.earlier = earlier;
        this.candidates = new Candidates(library);
    }

    /**
     * Links the changed articles anew, and all that their coming or going weighs differently.
     *
     * @param changed documents that came, changed or went
     * @param keys those that they hold now or held before
     * @return the documents whose story may be another now
     */
    public NavigableSet<String> relink(Collection<String> changed, Collection<String> keys) {
        List<NavigableSet<String>> reweighed = reweighed(changed, keys);
        NavigableSet<String> touched = new TreeSet<>(changed);
        reweighed.forEach(touched::addAll);
        List<Member> members = members(touched);
        Set<Link> before = library.links(touched);
        Set<Link> after = new TreeSet<>();
        for (Link link : before) {
            if (!changed.contains(link.first()) && !changed.contains(link.second()) && !isWithin(link, reweighed)) {
                after.add(link);
            }
        }
        for (NavigableSet<String> block : reweighed) {
            addLinks(members(block), after);
        }
        candidates
                .of(members.stream()
                        .filter(member -> changed.contains(member.documentId()))
                        .toList())
                .forEach((member, others) -> addLinks(member, members(others), after));
        addTold(touched, after);
        Set<Link> gone = new TreeSet<>(before);
        gone.removeAll(after);
        Set<Link> come = new TreeSet<>(after);
        come.removeAll(before);
        library.relink(gone, come);
        NavigableSet<String> affected = new TreeSet<>(touched);
        before.forEach(link -> affected.addAll(List.of(link.first(), link.second())));
        after.forEach(link -> affected.addAll(List.of(link.first(), link.second())));
        return affected;
    }

    /** The guests' articles that the changed ones weigh, or weighed. */
    private List<NavigableSet<String>> reweighed(Collection<String> changed, Collection<String> keys) {
        List<String> guests =
                keys.stream().filter(key -> key.startsWith(BlockKeys.BLOCK)).toList();
        List<NavigableSet<String>> reweighed = new ArrayList<>();
        for (List<String> holders :
                library.holders(guests, MOST_COMPARED_AGAIN + 1).values()) {
            int last = holders.size() < SAMPLE ? Integer.MAX_VALUE : BlockKeys.order(holders.get(SAMPLE - 1));
            boolean weighs = changed.stream().anyMatch(id -> BlockKeys.order(id) <= last);
            if (weighs && holders.size() <= MOST_COMPARED_AGAIN) {
                reweighed.add(new TreeSet<>(holders));
            }
        }
        return reweighed;
    }

    private static boolean isWithin(Link link, List<NavigableSet<String>> blocks) {
        return blocks.stream().anyMatch(block -> block.contains(link.first()) && block.contains(link.second()));
    }

    private void addLinks(List<Member> members, Set<Link> links) {
        for (int i = 0; i < members.size(); i++) {
            addLinks(members.get(i), members.subList(i + 1, members.size()), links);
        }
    }

    private void addLinks(Member member, List<Member> others, Set<Link> links) {
        for (Member other : others) {
            if (score(member.profile(), other.profile()).logOdds() >= LINK) {
                links.add(Link.of(member.documentId(), other.documentId()));
            }
        }
    }

    private void addTold(Collection<String> touched, Set<Link> links) {
        List<Told> same = library.told(touched).stream().filter(Told::same).toList();
        NavigableSet<String> ends = new TreeSet<>();
        same.forEach(word -> ends.addAll(List.of(word.first(), word.second())));
        members(ends);
        same.stream()
                .filter(word -> read.containsKey(word.first()) && read.containsKey(word.second()))
                .forEach(word -> links.add(Link.of(word.first(), word.second())));
    }

    /** The sets of articles among which a story cannot reach beyond its own, that hold one of {@code ids}. */
    public List<List<Member>> components(Collection<String> ids) {
        Map<String, Set<String>> linked = new TreeMap<>();
        Collection<String> reached = new TreeSet<>(ids);
        while (!reached.isEmpty()) {
            reached.forEach(id -> linked.computeIfAbsent(id, i -> new TreeSet<>()));
            NavigableSet<String> further = new TreeSet<>();
            for (Link link : library.links(reached)) {
                linked.computeIfAbsent(link.first(), i -> further(i, further)).add(link.second());
                linked.computeIfAbsent(link.second(), i -> further(i, further)).add(link.first());
            }
            reached = further;
        }
        members(linked.keySet());
        List<List<Member>> components = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String id : linked.keySet()) {
            List<Member> members = seen.contains(id) ? List.of() : members(component(id, linked, seen));
            if (!members.isEmpty()) {
                components.add(members);
            }
        }
        return components;
    }

    private static Set<String> further(String id, Set<String> further) {
        further.add(id);
        return new TreeSet<>();
    }

    private static NavigableSet<String> component(String id, Map<String, Set<String>> linked, Set<String> seen) {
        NavigableSet<String> component = new TreeSet<>(List.of(id));
        Deque<String> reached = new ArrayDeque<>(component);
        while (!reached.isEmpty()) {
            for (String next : linked.getOrDefault(reached.remove(), Set.of())) {
                if (component.add(next)) {
                    reached.add(next);
                }
            }
        }
        seen.addAll(component);
        return component;
    }

    /** Two articles weighed. One that covers no interview can be no more than a copy. */
    PairScore score(Profile a, Profile b) {
        return scores.computeIfAbsent(Link.of(a.documentId(), b.documentId()), pair -> {
            Block block = block(a, b);
            PairScore known = earlier == null ? null : earlier.scores.get(pair);
            return known != null && known.isOf(a, b, block) ? known : PairScore.of(a, b, block);
        });
    }

    /** The articles whose words weigh those of a pair: of the guests that both may have. */
    Block block(Profile a, Profile b) {
        NavigableSet<String> shared = new TreeSet<>(a.guests());
        shared.retainAll(b.guests());
        return shared.isEmpty() ? Block.NONE : blocks.computeIfAbsent(shared, this::read);
    }

    private Block read(NavigableSet<String> guests) {
        NavigableSet<String> holders = new TreeSet<>();
        library.holders(guests, SAMPLE).values().forEach(holders::addAll);
        List<Profile> articles = members(holders).stream().map(Member::profile).toList();
        Block known = earlier == null ? null : earlier.blocks.get(guests);
        return known != null && known.isOf(articles) ? known : new Block(articles);
    }

    private List<Member> members(Collection<String> ids) {
        List<String> unread = ids.stream().filter(id -> !read.containsKey(id)).toList();
        if (!unread.isEmpty()) {
            library.members(unread).forEach(member -> read.put(member.documentId(), member));
        }
        return ids.stream()
                .filter(read::containsKey)
                .map(id -> java.util.Objects.requireNonNull(read.get(id)))
                .toList();
    }
}
