package parallax.enrich.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.events.Evidence;
import parallax.events.StoryChanged;

/** What is to be said of a group of articles: a function of the articles and of what editors said of them. */
final class Account {

    /** So many near misses are told of a story. */
    private static final int MOST_NEAR = 10;

    private final Map<String, Member> members;
    private final Pairs pairs;
    private final Map<String, String> contents;
    private final Map<String, Source> sources = new HashMap<>();

    /**
     * Of groups of {@code members}.
     *
     * @param contents what the documents say of which there is a pair to explain
     */
    Account(Map<String, Member> members, Pairs pairs, Map<String, String> contents) {
        this.members = members;
        this.pairs = pairs;
        this.contents = contents;
    }

    StoryState.Content of(NavigableSet<String> group) {
        Map<String, String> copies = copies(group);
        return new StoryState.Content(
                MergedInterview.of(group.stream().map(id -> member(id).facts()).toList()),
                group.stream()
                        .map(id -> new StoryChanged.Member(id, member(id).revision(), copies.get(id)))
                        .toList(),
                evidence(group),
                pairs.near(group, MOST_NEAR).stream().map(this::explain).toList());
    }

    /** For every pair within {@code group}, in the order of their ids. */
    private List<Evidence> evidence(NavigableSet<String> group) {
        List<Evidence> evidence = new ArrayList<>();
        for (String first : group) {
            for (String second : group.tailSet(first, false)) {
                evidence.add(explain(pairs.score(first, second)));
            }
        }
        return evidence;
    }

    private Evidence explain(PairScore pair) {
        String first = pair.first().documentId();
        String second = pair.second().documentId();
        return Explanation.of(pair, pairs.told(first, second), source(first), source(second));
    }

    private Source source(String id) {
        return sources.computeIfAbsent(
                id, document -> new Source(document, Objects.requireNonNull(contents.get(document), document)));
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
                        .filter(original -> pairs.score(original, id).copy())
                        .findFirst()
                        .ifPresentOrElse(original -> copies.put(id, original), () -> originals.add(id)));
        return copies;
    }

    private static Instant published(Member member) {
        @Nullable Fact<Instant> published = member.facts().published();
        return published == null ? Instant.MAX : published.value();
    }

    private Member member(String id) {
        return Objects.requireNonNull(members.get(id), id);
    }
}
