package parallax.enrich.story;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles that one change regroups: every two of a component weighed, and what editors said of them. */
final class Pairs {

    private final Map<Link, PairScore> scores = new HashMap<>();
    private final Map<Link, Told> told = new HashMap<>();

    Pairs(Collection<Told> told) {
        told.forEach(word -> this.told.put(Link.of(word.first(), word.second()), word));
    }

    /** The groups of a component. */
    List<NavigableSet<String>> group(List<Member> component, Matching matching) {
        int n = component.size();
        double[][] odds = new double[n][n];
        Verdicts verdicts = verdicts(component);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                PairScore pair = matching.score(
                        component.get(i).profile(), component.get(j).profile());
                String first = pair.first().documentId();
                String second = pair.second().documentId();
                scores.put(Link.of(first, second), pair);
                odds[i][j] = verdicts.apart(first, second) ? Double.NEGATIVE_INFINITY : pair.logOdds();
                odds[j][i] = odds[i][j];
            }
        }
        return verdicts.join(
                Grouping.of(component.stream().map(Member::documentId).toList(), odds));
    }

    private Verdicts verdicts(List<Member> component) {
        List<String> ids = component.stream().map(Member::documentId).toList();
        return new Verdicts(told.values().stream()
                .filter(word -> ids.contains(word.first()) && ids.contains(word.second()))
                .toList());
    }

    PairScore score(String one, String other) {
        return Objects.requireNonNull(scores.get(Link.of(one, other)));
    }

    /** What an editor said of two articles, or null. */
    @Nullable
    Told told(String one, String other) {
        return told.get(Link.of(one, other));
    }

    /** The pairs of one of {@code group} and another article that were nearly put together and of which no editor spoke, the strongest first. */
    List<PairScore> near(Collection<String> group, int most) {
        return scores.values().stream()
                .filter(pair -> pair.logOdds() >= Matching.LINK
                        && group.contains(pair.first().documentId())
                                != group.contains(pair.second().documentId())
                        && told(pair.first().documentId(), pair.second().documentId()) == null)
                .sorted(Comparator.comparingDouble(PairScore::logOdds)
                        .reversed()
                        .thenComparing(pair -> pair.first().documentId())
                        .thenComparing(pair -> pair.second().documentId()))
                .limit(most)
                .toList();
    }
}
