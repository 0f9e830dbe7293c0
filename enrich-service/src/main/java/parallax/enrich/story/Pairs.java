package parallax.enrich.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles that one change regroups: every two of a component weighed, and what editors said of them. */
final class Pairs {

    private final Matching matching;
    private final Map<Link, Weighed.Pair> weighed = new HashMap<>();
    private final Map<Link, Told> told = new HashMap<>();

    Pairs(Matching matching, Collection<Told> told) {
        this.matching = matching;
        told.forEach(word -> this.told.put(Link.of(word.first(), word.second()), word));
    }

    /** The groups of a component. */
    List<NavigableSet<String>> group(List<Member> component) {
        int n = component.size();
        double[][] odds = new double[n][n];
        Verdicts verdicts = verdicts(component);
        // who is told to be together is told of whatever the score
        double least = told.isEmpty() ? Grouping.CANNOT_LINK : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Link link =
                        Link.of(component.get(i).documentId(), component.get(j).documentId());
                Weighed.Pair pair = matching.weighed(
                        component.get(i).profile(), component.get(j).profile(), least);
                weighed.put(link, pair);
                odds[i][j] = verdicts.apart(link.first(), link.second()) ? Double.NEGATIVE_INFINITY : pair.logOdds();
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

    /** Two articles of one component weighed. */
    Weighed.Pair weighed(Link link) {
        return Objects.requireNonNull(weighed.get(link));
    }

    /** What an editor said of two articles, or null. */
    @Nullable
    Told told(Link link) {
        return told.get(link);
    }
}
