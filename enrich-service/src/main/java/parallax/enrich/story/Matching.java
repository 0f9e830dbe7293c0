package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.events.Evidence;

/**
 * Finds the articles that a change can regroup, without looking at all. Articles that share a key are compared, and those that score
 * high enough are linked; see {@link Components} for what is grouped together. A guest's articles weigh each
 * other's words (see {@link Block}), so a new one has all pairs of that guest compared again: links are a function of the
 * articles that are stored, not of the order in which they came.
 */
public final class Matching {

    /** Pairs at or above this many nats are linked: they were put together, or nearly. */
    static final double NEAR = -3;

    /** A pair that an editor put together is linked more firmly than any score links. */
    private static final Linked TOLD = new Linked(100, false);

    /** Of a guest with more articles than this, those that came before are not compared again. */
    private static final int MOST_COMPARED_AGAIN = 60;

    /** So many articles that tell another name of a guest are asked for it. */
    private static final int MOST_TELLERS = 20;

    private final Reading library;
    private final Weighed weighed;
    private final Candidates candidates;
    private final Blocks blocks;

    /** Of this change the scores of pairs that may be told of, until they are. */
    private final Map<Link, PairScore> scores = new HashMap<>();

    /**
     * Over the articles of {@code library}, for one change.
     *
     * @param weighed what was weighed before and is still as it was is not weighed again
     */
    public Matching(Library library, Weighed weighed) {
        this.library = new Reading(library);
        this.weighed = weighed;
        this.candidates = new Candidates(this.library);
        this.blocks = new Blocks(this.library);
    }

    /**
     * Links the changed articles anew, and all that their coming or going weighs differently.
     *
     * @param changed documents that came, changed or went
     * @param keys those that they hold now or held before
     * @return the documents whose story may be another now
     */
    public NavigableSet<String> relink(Collection<String> changed, Collection<String> keys) {
        return relink(changed, keys, keys);
    }

    /**
     * The same, of which it is known what was before.
     *
     * @param formerly those of {@code keys} that any of them held before
     */
    public NavigableSet<String> relink(
            Collection<String> changed, Collection<String> keys, Collection<String> formerly) {
        library.holders(foreseen(changed, keys));
        List<NavigableSet<String>> reweighed = reweighed(changed, keys);
        NavigableSet<String> touched = new TreeSet<>(changed);
        reweighed.forEach(touched::addAll);
        NavigableSet<String> anew = candidates.foundAnew(members(changed), changed.size(), keys, formerly);
        touched.addAll(anew);
        List<Member> members = members(touched);
        Map<Link, Linked> before = library.links(touched);
        Map<Link, Linked> after = new TreeMap<>();
        before.forEach((link, linked) -> {
            boolean ofChanged = link.ends().stream().anyMatch(changed::contains);
            boolean unfounded = linked.byTerms() && link.ends().stream().anyMatch(anew::contains);
            if (!ofChanged && !unfounded && !isWithin(link, reweighed)) {
                after.put(link, linked);
            }
        });
        blocks.foresee(reweighed.stream().map(this::members).toList());
        reweighed.forEach(block -> addLinks(members(block), after));
        compare(
                members.stream()
                        .filter(member -> changed.contains(member.documentId()) || anew.contains(member.documentId()))
                        .toList(),
                after);
        addTold(touched, after);
        Set<Link> gone = different(before, after);
        Map<Link, Linked> come = new TreeMap<>(after);
        come.keySet().retainAll(different(after, before));
        library.relink(gone, come);
        NavigableSet<String> affected = new TreeSet<>(touched);
        gone.forEach(link -> affected.addAll(link.ends()));
        come.keySet().forEach(link -> affected.addAll(link.ends()));
        return affected;
    }

    private static Set<Link> different(Map<Link, Linked> these, Map<Link, Linked> those) {
        Set<Link> different = new TreeSet<>();
        these.forEach((link, linked) -> {
            if (!linked.equals(those.get(link))) {
                different.add(link);
            }
        });
        return different;
    }

    /** What will be looked up of the changed articles, to be asked at once. */
    private Map<String, Integer> foreseen(Collection<String> changed, Collection<String> keys) {
        Map<String, Integer> mostOf = new TreeMap<>();
        for (Member member : library.asStored(changed)) {
            member.profile().lookups().forEach(key -> mostOf.put(key, Candidates.MOST));
            member.profile().guestSounds().forEach(sound -> mostOf.put(BlockKeys.ALIAS + sound, Aliases.MOST_ASKED));
            member.profile().guests().forEach(guest -> mostOf.put(guest, MOST_COMPARED_AGAIN + 1));
        }
        keys.stream().filter(key -> key.startsWith(BlockKeys.BLOCK)).forEach(guest -> {
            mostOf.put(guest, MOST_COMPARED_AGAIN + 1);
            mostOf.put(alias(guest), MOST_TELLERS);
        });
        return mostOf;
    }

    /** Links each of these articles with those that it is compared with. */
    private void compare(Collection<Member> articles, Map<Link, Linked> links) {
        Map<Member, Candidates.Found> found = candidates.of(articles);
        Map<Member, List<Member>> compared = new LinkedHashMap<>();
        members(found.values().stream().flatMap(one -> one.all().stream()).toList()); // all at once
        found.forEach((article, others) -> compared.put(article, members(others.all())));
        blocks.foresee(compared);
        compared.forEach((article, others) -> {
            Set<String> byTerms = Objects.requireNonNull(found.get(article)).byTerms();
            others.forEach(other -> addLink(article, other, byTerms.contains(other.documentId()), links));
        });
    }

    /** The guests' articles that the changed ones weigh, or weighed; those of a guest whose names they tell, or told, together. */
    private List<NavigableSet<String>> reweighed(Collection<String> changed, Collection<String> keys) {
        Set<String> renamed = new TreeSet<>();
        Set<String> guests = new TreeSet<>();
        for (String key : keys) {
            if (key.startsWith(BlockKeys.ALIAS)) {
                renamed.add(BlockKeys.BLOCK + key.substring(BlockKeys.ALIAS.length()));
            } else if (key.startsWith(BlockKeys.BLOCK)) {
                guests.add(key);
            }
        }
        renamed.addAll(alsoCalled(guests));
        guests.addAll(renamed);
        List<NavigableSet<String>> reweighed = new ArrayList<>();
        NavigableSet<String> ofRenamed = new TreeSet<>();
        library.holders(guests, MOST_COMPARED_AGAIN + 1).forEach((guest, holders) -> {
            int last = holders.size() < Blocks.SAMPLE
                    ? Integer.MAX_VALUE
                    : BlockKeys.order(holders.get(Blocks.SAMPLE - 1));
            boolean weighs = renamed.contains(guest) || changed.stream().anyMatch(id -> BlockKeys.order(id) <= last);
            if (weighs && holders.size() <= MOST_COMPARED_AGAIN) {
                if (renamed.contains(guest)) {
                    ofRenamed.addAll(holders);
                } else {
                    reweighed.add(new TreeSet<>(holders));
                }
            }
        });
        reweighed.add(ofRenamed);
        return reweighed;
    }

    /**
     * The other names of some guests, with those by which they are told: who is read by another name weighs their articles too. Empty
     * for guests of whom nobody tells another name.
     */
    private Set<String> alsoCalled(Set<String> guests) {
        Map<String, List<String>> tellers =
                library.holders(guests.stream().map(Matching::alias).toList(), MOST_TELLERS);
        Set<String> called = new TreeSet<>();
        library.asStored(tellers.values().stream().flatMap(List::stream).toList()).stream()
                .flatMap(teller -> BlockKeys.possibleGuests(teller.facts()).stream())
                .filter(guest -> !guest.aliases().isEmpty())
                .map(BlockKeys::guests)
                .filter(names -> names.size() > 1 && names.stream().anyMatch(guests::contains))
                .forEach(called::addAll);
        return called;
    }

    private static String alias(String guest) {
        return BlockKeys.ALIAS + guest.substring(BlockKeys.BLOCK.length());
    }

    private static boolean isWithin(Link link, List<NavigableSet<String>> blocks) {
        return blocks.stream().anyMatch(block -> block.contains(link.first()) && block.contains(link.second()));
    }

    private void addLinks(List<Member> members, Map<Link, Linked> links) {
        for (int i = 0; i < members.size(); i++) {
            for (Member other : members.subList(i + 1, members.size())) {
                addLink(members.get(i), other, false, links);
            }
        }
    }

    private void addLink(Member member, Member other, boolean byTerms, Map<Link, Linked> links) {
        double odds = weighed(member.profile(), other.profile(), NEAR).logOdds();
        if (odds >= NEAR) {
            Link link = Link.of(member.documentId(), other.documentId());
            Linked known = links.get(link);
            links.put(link, new Linked(odds, byTerms && (known == null || known.byTerms())));
        }
    }

    private void addTold(Collection<String> touched, Map<Link, Linked> links) {
        List<Link> same = library.told(touched).stream()
                .filter(Told::same)
                .map(word -> Link.of(word.first(), word.second()))
                .toList();
        members(same.stream().flatMap(link -> link.ends().stream()).toList()); // all at once
        for (Link link : same) {
            if (members(link.ends()).size() == 2) {
                links.put(link, TOLD);
            }
        }
    }

    /** The documents that {@code article} is to be compared with. */
    public Set<String> candidates(Member article) {
        return Objects.requireNonNull(candidates.of(List.of(article)).get(article))
                .all();
    }

    /** The sets of articles, each all that one story can hold, that hold one of {@code ids}. */
    public List<List<Member>> components(Collection<String> ids) {
        List<List<Member>> components = new Components(this).of(ids);
        blocks.foresee(components);
        return components;
    }

    /** Two articles weighed, or what is known of it; of two that score below {@code least} perhaps no more than that. */
    Weighed.Pair weighed(Profile a, Profile b, double least) {
        Block block = blocks.of(a, b);
        Weighed.Pair known = weighed.find(a, b, block);
        if (known != null && known.tells(least)) {
            return known;
        }
        PairScore score = PairScore.of(a, b, block, least);
        if (score.isExact() && score.logOdds() >= NEAR) {
            scores.put(Link.of(a.documentId(), b.documentId()), score);
        }
        return weighed.keep(score, null);
    }

    /** Two articles weighed and every weight told. */
    PairScore score(Profile a, Profile b) {
        Block block = blocks.of(a, b);
        PairScore known = scores.remove(Link.of(a.documentId(), b.documentId()));
        return known != null && known.isOf(a, b, block) ? known : PairScore.of(a, b, block);
    }

    /** Reads at once what it takes to weigh each of these with each of its others. */
    void foresee(Map<Member, ? extends Collection<Member>> pairs) {
        blocks.foresee(pairs);
    }

    /** What was said of two articles as they are now, or null. */
    @Nullable
    Evidence evidence(Profile a, Profile b) {
        Weighed.Pair known = weighed.find(a, b, blocks.of(a, b));
        return known == null ? null : known.evidence();
    }

    /** Keeps what the score says in words. */
    void keep(PairScore score, Evidence evidence) {
        weighed.keep(score, evidence);
    }

    /** The articles whose words weigh those of a pair. */
    Block block(Profile a, Profile b) {
        return blocks.of(a, b);
    }

    /** The library as this change sees it. */
    Library library() {
        return library;
    }

    private List<Member> members(Collection<String> ids) {
        return library.members(ids);
    }
}
