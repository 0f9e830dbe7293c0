package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.InterviewFacts;
import parallax.events.Evidence;

/**
 * Puts the articles of a block into groups, each the coverage of one interview: average-link agglomerative clustering (UPGMA,
 * Sokal and Michener, 1958) with cannot-link pairs. A function of the set of articles, so that no order of arrival shows.
 */
final class Grouping {

    private final SortedMap<String, InterviewFacts> block;
    private final Map<String, Evidence> evidence = new HashMap<>();

    /** Scores every pair of {@code articles}. */
    Grouping(Collection<InterviewFacts> articles) {
        this.block = new TreeMap<>();
        articles.forEach(article -> block.put(article.documentId(), article));
        List<InterviewFacts> sorted = List.copyOf(block.values());
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                if (sorted.get(i).coversInterview() && sorted.get(j).coversInterview()) {
                    Evidence pair = PairScore.of(sorted.get(i), sorted.get(j));
                    evidence.put(key(pair.first(), pair.second()), pair);
                }
            }
        }
    }

    /** The groups, each a set of document ids, in the order of their least. */
    List<NavigableSet<String>> groups() {
        List<NavigableSet<String>> groups = new ArrayList<>();
        block.keySet().forEach(id -> groups.add(new TreeSet<>(List.of(id))));
        for (int[] pair = best(groups); pair != null; pair = best(groups)) {
            groups.get(pair[0]).addAll(groups.remove(pair[1]));
        }
        return groups;
    }

    /** The evidence for every pair within {@code group}, in the order of their ids. */
    List<Evidence> evidence(NavigableSet<String> group) {
        List<String> ids = List.copyOf(group);
        List<Evidence> pairs = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                Evidence pair = evidence.get(key(ids.get(i), ids.get(j)));
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /** The two groups that belong together most; the first of equals, and groups stand in the order of their ids. */
    private int @Nullable [] best(List<NavigableSet<String>> groups) {
        int[] best = null;
        double highest = Weights.JOIN;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                double score = score(groups.get(i), groups.get(j));
                if (score > highest) {
                    highest = score;
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }

    private double score(NavigableSet<String> one, NavigableSet<String> other) {
        double sum = 0;
        for (String a : one) {
            for (String b : other) {
                Evidence pair = evidence.get(key(a, b));
                if (pair == null || pair.score() < Weights.CANNOT_LINK) {
                    return Double.NEGATIVE_INFINITY;
                }
                sum += pair.score();
            }
        }
        return sum / (one.size() * (double) other.size());
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
    }
}
