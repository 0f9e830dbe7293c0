package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Groups the articles of a block and tells which stories that changes. The groups are a function of the articles; the
 * stories' ids are kept: a group goes by the oldest of the stories that most of its members stood in.
 */
public final class StoryMatcher {

    private final Matching matching;
    private final UnaryOperator<Set<String>> taken;

    /**
     * A matcher for one change.
     *
     * @param taken which of some ids a story ever had, living or gone
     */
    public StoryMatcher(Matching matching, UnaryOperator<Set<String>> taken) {
        this.matching = matching;
        this.taken = taken;
    }

    /**
     * What becomes of the block's stories.
     *
     * @param changed stories of which there is something new to say
     * @param removed stories that are gone, with the id of the one that took their articles, or null if there is none
     */
    public record Outcome(List<Update> changed, Map<StoryState, @Nullable String> removed) {}

    /**
     * Something new to say of a story.
     *
     * @param before the story as it stood; at version 0 if it is new
     * @param content what to say
     */
    public record Update(StoryState before, StoryState.Content content) {

        /** The version that says so. */
        public long version() {
            return before.version() + 1;
        }
    }

    /**
     * Matches.
     *
     * @param components sets of articles, each all that one story can hold; of every story in {@code stories} all members
     * @param stories the living stories of which any of them is, or one that went was, a member
     */
    public Outcome match(List<List<Member>> components, Collection<StoryState> stories) {
        Map<String, Member> members = new TreeMap<>();
        components.forEach(component -> component.forEach(member -> members.put(member.documentId(), member)));
        Pairs pairs = new Pairs(matching, matching.library().told(members.keySet()));
        List<NavigableSet<String>> groups = groups(components, pairs);
        Map<NavigableSet<String>, StoryState> named = name(groups, members, stories);
        Account account = Account.of(groups, pairs, matching);

        List<Update> changed = new ArrayList<>();
        named.forEach((group, story) -> {
            StoryState.Content content = account.of(group);
            if (!content.equals(story.content())) {
                changed.add(new Update(story, content));
            }
        });
        changed.sort(Comparator.comparing(update -> update.before().id()));
        return new Outcome(changed, removed(groups, named, stories));
    }

    /** The articles that belong together, without a story's name for them. */
    public List<NavigableSet<String>> groups(List<List<Member>> components) {
        List<String> ids = components.stream()
                .flatMap(List::stream)
                .map(Member::documentId)
                .toList();
        return groups(components, new Pairs(matching, matching.library().told(ids)));
    }

    private static List<NavigableSet<String>> groups(List<List<Member>> components, Pairs pairs) {
        return components.stream()
                .flatMap(component -> pairs.group(component).stream())
                .toList();
    }

    private Map<NavigableSet<String>, StoryState> name(
            List<NavigableSet<String>> groups, Map<String, Member> members, Collection<StoryState> stories) {
        Map<NavigableSet<String>, StoryState> named = new HashMap<>();
        Map<NavigableSet<String>, List<StoryState>> claims = new HashMap<>();
        for (StoryState story : stories) {
            NavigableSet<String> heir = heir(story, groups);
            if (heir != null) {
                claims.computeIfAbsent(heir, group -> new ArrayList<>()).add(story);
            }
        }
        claims.forEach((group, claimants) -> named.put(group, oldest(claimants)));
        Map<NavigableSet<String>, Member> founders = new LinkedHashMap<>();
        groups.stream()
                .filter(group -> !named.containsKey(group))
                .forEach(group -> founders.put(group, founder(group, members)));
        Predicate<String> given = given(founders.values());
        founders.forEach((group, founder) -> {
            String id = StoryId.of(founder.documentId(), given);
            named.put(group, new StoryState(id, 0, founder.receivedAt(), splitFrom(group, stories), null));
        });
        return named;
    }

    /** A story that was split from another of them is younger than that, whatever its founding article is: what is put back has the id it had. */
    private static StoryState oldest(List<StoryState> stories) {
        Set<String> ids = stories.stream().map(StoryState::id).collect(Collectors.toSet());
        return stories.stream()
                .min(Comparator.comparing(
                                (StoryState story) -> story.splitFrom() != null && ids.contains(story.splitFrom()))
                        .thenComparing(StoryState::foundedAt)
                        .thenComparing(StoryState::id))
                .orElseThrow();
    }

    /** Whether an id is a story's, or was asked for before; of those that are asked for first, all are looked up at once. */
    private Predicate<String> given(Collection<Member> founders) {
        Set<String> first = new HashSet<>();
        founders.forEach(founder -> first.add(StoryId.first(founder.documentId())));
        Set<String> given = new HashSet<>(first.isEmpty() ? Set.of() : taken.apply(first));
        return id -> !given.add(id)
                || (!first.contains(id) && !taken.apply(Set.of(id)).isEmpty());
    }

    private static Member founder(NavigableSet<String> group, Map<String, Member> members) {
        return group.stream()
                .map(id -> member(members, id))
                .min(Comparator.comparing(Member::receivedAt).thenComparing(Member::documentId))
                .orElseThrow();
    }

    /** The story in which most of a new group stood. */
    private static @Nullable String splitFrom(NavigableSet<String> group, Collection<StoryState> stories) {
        return stories.stream()
                .filter(story -> held(story, group) > 0)
                .max(Comparator.<StoryState>comparingLong(story -> held(story, group))
                        .thenComparing(StoryState::id))
                .map(StoryState::id)
                .orElse(null);
    }

    /** The group that holds most of what the story held; of two that hold as much, the one that founded it. */
    private static @Nullable NavigableSet<String> heir(StoryState story, List<NavigableSet<String>> groups) {
        NavigableSet<String> heir = null;
        long most = 0;
        for (NavigableSet<String> group : groups) {
            long held = held(story, group);
            if (held > most || (held > 0 && held == most && founded(story, group))) {
                most = held;
                heir = group;
            }
        }
        return heir;
    }

    /** Whether the story is named after one of {@code group}: of two halves it is the one that readers knew it by first. */
    private static boolean founded(StoryState story, NavigableSet<String> group) {
        return group.stream().anyMatch(id -> StoryId.first(id).equals(story.id()));
    }

    /** How many of {@code group} the story held. */
    private static long held(StoryState story, NavigableSet<String> group) {
        StoryState.Content content = story.content();
        return content == null
                ? 0
                : content.members().stream()
                        .filter(member -> group.contains(member.documentId()))
                        .count();
    }

    private static Map<StoryState, @Nullable String> removed(
            List<NavigableSet<String>> groups,
            Map<NavigableSet<String>, StoryState> named,
            Collection<StoryState> stories) {
        Map<StoryState, @Nullable String> removed = new HashMap<>();
        for (StoryState story : stories) {
            if (!named.containsValue(story)) {
                NavigableSet<String> heir = heir(story, groups);
                StoryState into = heir == null ? null : named.get(heir);
                removed.put(story, into == null ? null : into.id());
            }
        }
        return removed;
    }

    private static Member member(Map<String, Member> members, String id) {
        Member member = members.get(id);
        if (member == null) {
            throw new IllegalStateException("a group names " + id + ", which is not in its block");
        }
        return member;
    }
}
