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
import parallax.enrich.interview.InterviewFacts;

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

    private static final int MOST_CANDIDATES = 2_000;

    private final Library library;
    private final Map<NavigableSet<String>, Block> blocks = new HashMap<>();
    private final Map<String, PairScore> scores = new HashMap<>();
    private final Map<String, Member> read = new TreeMap<>();

    /** Over the articles of {@code library}, for one change. */
    public Matching(Library library) {
        this.library = library;
    }

    /**
     * Links the changed articles anew, and all that their coming or going weighs differently.
     *
     * @param changed documents that came, changed or went
     * @param keys those that they hold now or held before
     * @return the documents whose story may be another now
     */
    public NavigableSet<String> relink(Collection<String> changed, Collection<String> keys) {
        NavigableSet<String> touched = new TreeSet<>(changed);
        for (String key : keys) {
            if (key.startsWith(BlockKeys.BLOCK) && weighs(changed, key)) {
                List<String> holders = library.holders(key, MOST_COMPARED_AGAIN + 1);
                if (holders.size() <= MOST_COMPARED_AGAIN) {
                    touched.addAll(holders);
                }
            }
        }
        NavigableSet<String> affected = new TreeSet<>(touched);
        affected.addAll(library.linked(touched));
        for (Member member : members(touched)) {
            library.link(member.documentId(), neighbours(member.facts()));
        }
        Set<String> living = new TreeSet<>();
        members(touched).forEach(member -> living.add(member.documentId()));
        touched.stream().filter(id -> !living.contains(id)).forEach(gone -> library.link(gone, List.of()));
        affected.addAll(library.linked(touched));
        return affected;
    }

    /** Whether one of {@code changed} is, or was, among those of a guest's articles that weigh the others. */
    private boolean weighs(Collection<String> changed, String key) {
        List<String> sample = library.holders(key, SAMPLE);
        int last = sample.size() < SAMPLE ? Integer.MAX_VALUE : BlockKeys.order(sample.get(SAMPLE - 1));
        return changed.stream().anyMatch(id -> BlockKeys.order(id) <= last);
    }

    /** The sets of articles among which a story cannot reach beyond its own, that hold one of {@code ids}. */
    public List<List<Member>> components(Collection<String> ids) {
        List<List<Member>> components = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (String id : new TreeSet<>(ids)) {
            if (seen.contains(id)) {
                continue;
            }
            NavigableSet<String> component = new TreeSet<>(List.of(id));
            Deque<String> reached = new ArrayDeque<>(component);
            while (!reached.isEmpty()) {
                for (String next : library.linked(List.of(reached.remove()))) {
                    if (component.add(next)) {
                        reached.add(next);
                    }
                }
            }
            seen.addAll(component);
            List<Member> members = members(component);
            if (!members.isEmpty()) {
                components.add(members);
            }
        }
        return components;
    }

    /** Two articles weighed. One that covers no interview can be no more than a copy. */
    PairScore score(InterviewFacts a, InterviewFacts b) {
        String pair = a.documentId().compareTo(b.documentId()) < 0
                ? a.documentId() + "\n" + b.documentId()
                : b.documentId() + "\n" + a.documentId();
        return scores.computeIfAbsent(pair, p -> PairScore.of(a, b, block(a, b)));
    }

    /** The articles whose words weigh those of a pair: of the guests that both may have. */
    Block block(InterviewFacts a, InterviewFacts b) {
        NavigableSet<String> shared = BlockKeys.guests(a);
        shared.retainAll(BlockKeys.guests(b));
        return shared.isEmpty() ? Block.NONE : blocks.computeIfAbsent(shared, this::read);
    }

    private Block read(NavigableSet<String> guests) {
        NavigableSet<String> holders = new TreeSet<>();
        guests.forEach(guest -> holders.addAll(library.holders(guest, SAMPLE)));
        return new Block(members(holders).stream().map(Member::facts).toList());
    }

    private NavigableSet<String> neighbours(InterviewFacts facts) {
        NavigableSet<String> candidates =
                new TreeSet<>(library.holdersOfAny(BlockKeys.lookups(facts), MOST_CANDIDATES));
        candidates.remove(facts.documentId());
        NavigableSet<String> neighbours = new TreeSet<>();
        members(candidates).stream()
                .map(Member::facts)
                .filter(other -> score(facts, other).logOdds() >= LINK)
                .forEach(other -> neighbours.add(other.documentId()));
        List<String> told = library.told(List.of(facts.documentId())).stream()
                .filter(Told::same)
                .map(word -> word.other(facts.documentId()))
                .toList();
        members(told).forEach(other -> neighbours.add(other.documentId()));
        return neighbours;
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
