package parallax.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.events.Evidence;
import parallax.events.StoryChanged;

/** What is to be said of groups of articles: a function of the articles and of what editors said of them. */
final class Account {

    /** So many near misses are told of a story. */
    private static final int MOST_NEAR = 10;

    /** Of a story of no more articles than this, every pair is explained: there is one for each two. */
    private static final int EVERY_PAIR = 20;

    /** Of a larger one, so many of each article. */
    private static final int STRONGEST = 5;

    private final Pairs pairs;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<NavigableSet<String>, Collection<Link>> within = new HashMap<>();
    private final Map<NavigableSet<String>, Collection<Link>> near = new HashMap<>();
    private final Map<Link, Evidence> evidence = new HashMap<>();

    private Account(Pairs pairs) {
        this.pairs = pairs;
    }

    /** Of {@code groups}, each of which holds all the articles that go together. */
    static Account of(Collection<NavigableSet<String>> groups, Pairs pairs, Matching matching) {
        Account account = new Account(pairs);
        NavigableSet<String> ids = new TreeSet<>();
        groups.forEach(ids::addAll);
        Library library = matching.library();
        library.links(ids); // all at once
        for (NavigableSet<String> group : groups) {
            account.within.put(group, account.within(group));
            account.near.put(group, account.near(group, library.links(group)));
        }
        account.explain(matching, ids);
        return account;
    }

    StoryState.Content of(NavigableSet<String> group) {
        Map<String, String> copies = copies(group);
        return new StoryState.Content(
                MergedInterview.of(group.stream().map(id -> member(id).facts()).toList()),
                group.stream()
                        .map(id -> new StoryChanged.Member(id, member(id).revision(), copies.get(id)))
                        .toList(),
                evidence(within, group),
                evidence(near, group));
    }

    private List<Evidence> evidence(Map<NavigableSet<String>, Collection<Link>> links, NavigableSet<String> group) {
        return links.getOrDefault(group, List.of()).stream()
                .map(link -> Objects.requireNonNull(evidence.get(link)))
                .toList();
    }

    /** The pairs of a group that are worth explaining, in the order of their ids. */
    private Collection<Link> within(NavigableSet<String> group) {
        NavigableSet<Link> all = new TreeSet<>();
        for (String id : group) {
            List<Link> own = group.stream()
                    .filter(other -> !other.equals(id))
                    .map(other -> Link.of(id, other))
                    .toList();
            all.addAll(group.size() <= EVERY_PAIR ? own : strongest(own));
        }
        return all;
    }

    private List<Link> strongest(List<Link> links) {
        Comparator<Link> byOdds =
                Comparator.comparingDouble(link -> -pairs.weighed(link).logOdds());
        return links.stream()
                .sorted(byOdds.thenComparing(Comparator.naturalOrder()))
                .limit(STRONGEST)
                .toList();
    }

    /** The pairs of one of {@code group} and another article that were nearly put together and of which no editor spoke, the strongest first. */
    private Collection<Link> near(NavigableSet<String> group, Map<Link, Linked> links) {
        return links.entrySet().stream()
                .filter(link -> group.contains(link.getKey().first())
                                != group.contains(link.getKey().second())
                        && pairs.told(link.getKey()) == null)
                .sorted(Comparator.comparingDouble((Map.Entry<Link, Linked> link) ->
                                -link.getValue().odds())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_NEAR)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Puts in words what is to be told and was not yet. */
    private void explain(Matching matching, Collection<String> ids) {
        Library library = matching.library();
        Set<Link> told = new TreeSet<>();
        within.values().forEach(told::addAll);
        near.values().forEach(told::addAll);
        NavigableSet<String> all = new TreeSet<>(ids);
        told.forEach(link -> all.addAll(link.ends()));
        library.members(all).forEach(member -> members.put(member.documentId(), member));
        Map<Member, List<Member>> toldWith = new HashMap<>();
        told.forEach(link -> toldWith.computeIfAbsent(member(link.first()), one -> new ArrayList<>())
                .add(member(link.second())));
        matching.foresee(toldWith);
        List<Link> untold = new ArrayList<>();
        for (Link link : told) {
            Evidence known = matching.evidence(profile(link.first()), profile(link.second()));
            if (known == null || pairs.told(link) != null) {
                untold.add(link);
            } else {
                evidence.put(link, known);
            }
        }
        NavigableSet<String> documents = new TreeSet<>();
        untold.forEach(link -> documents.addAll(link.ends()));
        Map<String, Source> sources = new HashMap<>();
        library.contents(documents).forEach((id, content) -> sources.put(id, new Source(id, content)));
        for (Link link : untold) {
            PairScore score = matching.score(profile(link.first()), profile(link.second()));
            Source first = Objects.requireNonNull(sources.get(link.first()), link.first());
            Source second = Objects.requireNonNull(sources.get(link.second()), link.second());
            Told word = pairs.told(link);
            Evidence why = Explanation.of(score, word, first, second);
            evidence.put(link, why);
            if (word == null) {
                matching.keep(score, why);
            }
        }
    }

    /** Of each that repeats another's text, whose: of several, that of the one which was there first. */
    private Map<String, String> copies(NavigableSet<String> group) {
        List<String> originals = new ArrayList<>();
        Map<String, String> copies = new HashMap<>();
        group.stream()
                .map(this::member)
                .sorted(Comparator.comparing(Account::published)
                        .thenComparing(Member::receivedAt)
                        .thenComparing(Member::documentId))
                .map(Member::documentId)
                .forEach(id -> originals.stream()
                        .filter(original -> pairs.weighed(Link.of(original, id)).copy())
                        .findFirst()
                        .ifPresentOrElse(original -> copies.put(id, original), () -> originals.add(id)));
        return copies;
    }

    private static Instant published(Member member) {
        @Nullable Fact<Instant> published = member.facts().published();
        return published == null ? Instant.MAX : published.value();
    }

    private Profile profile(String id) {
        return member(id).profile();
    }

    private Member member(String id) {
        return Objects.requireNonNull(members.get(id), id);
    }
}
