package parallax.publish.editor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.story.EditorsWord;

/** What editors said of pairs of articles: of one interview, or of two. Of two words about a pair the later stands. */
final class Pairs {

    private final Map<Set<String>, EditorDecided> standing = new HashMap<>();

    Pairs(Collection<EditorDecided> decisions) {
        decisions.stream().sorted(EditorsWord.BY_TIME).forEach(this::put);
    }

    /** The latest decision by which all that {@code now} says stands already, if all of it does. */
    Optional<EditorDecided> already(EditorDecided now) {
        Set<EditorDecided> said = new HashSet<>();
        for (Set<String> pair : pairs(now)) {
            EditorDecided before = standing.get(pair);
            if (before == null || before.verdict().joins() != now.verdict().joins()) {
                return Optional.empty();
            }
            said.add(before);
        }
        return said.stream().max(EditorsWord.BY_TIME);
    }

    /**
     * The earlier decision that {@code now} cannot stand beside, if there is one. A verdict's own opposite is no conflict: that is
     * how it is undone. Whether a contradiction is told outright or follows by way of other articles is all one.
     */
    Optional<EditorDecided> against(EditorDecided now) {
        Set<Set<String>> pairs = pairs(now);
        for (Set<String> pair : pairs) {
            EditorDecided before = standing.get(pair);
            if (before != null
                    && before.verdict().joins() != now.verdict().joins()
                    && !opposite(before.verdict(), now.verdict())) {
                return Optional.of(before);
            }
        }
        Pairs after = new Pairs(standing.values());
        after.put(now);
        return now.verdict().joins() ? after.apartWithin(now) : after.joinedAcross(pairs);
    }

    private Optional<EditorDecided> apartWithin(EditorDecided now) {
        String from = now.documents().get(0);
        Set<String> together = new HashSet<>(reached(from).keySet());
        together.add(from);
        return standing.entrySet().stream()
                .filter(entry -> !entry.getValue().verdict().joins() && together.containsAll(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(EditorsWord.BY_TIME);
    }

    private Optional<EditorDecided> joinedAcross(Set<Set<String>> pairs) {
        for (Set<String> pair : pairs) {
            Optional<EditorDecided> way = pair.stream()
                    .flatMap(one -> reached(one).entrySet().stream())
                    .filter(reached -> pair.contains(reached.getKey()))
                    .map(Map.Entry::getValue)
                    .max(EditorsWord.BY_TIME);
            if (way.isPresent()) {
                return way;
            }
        }
        return Optional.empty();
    }

    /** The articles that are told to go with one, directly or by way of others, each with the decision that leads to it. */
    private Map<String, EditorDecided> reached(String from) {
        Map<String, EditorDecided> reached = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.pop();
            standing.forEach((pair, decision) -> {
                if (decision.verdict().joins() && pair.contains(at)) {
                    pair.stream()
                            .filter(other -> !other.equals(from) && reached.putIfAbsent(other, decision) == null)
                            .forEach(open::push);
                }
            });
        }
        return reached;
    }

    private void put(EditorDecided decision) {
        pairs(decision).forEach(pair -> standing.put(pair, decision));
    }

    private static Set<Set<String>> pairs(EditorDecided decision) {
        Set<Set<String>> pairs = new LinkedHashSet<>();
        for (String one : decision.documents()) {
            for (String other : decision.others()) {
                if (!one.equals(other)) {
                    pairs.add(Set.of(one, other));
                }
            }
        }
        return pairs;
    }

    private static boolean opposite(Verdict one, Verdict other) {
        return switch (one) {
            case SPLIT -> other == Verdict.MERGE;
            case MERGE -> other == Verdict.SPLIT;
            case SAME -> other == Verdict.NOT_SAME;
            case NOT_SAME -> other == Verdict.SAME;
            case HOLD, RELEASE, LEAD, NO_LEAD -> false;
        };
    }
}
