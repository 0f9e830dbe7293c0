package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Puts articles into groups, each the coverage of one interview: average-link agglomerative clustering (UPGMA, Sokal and Michener,
 * 1958, with the updates of Lance and Williams, 1967) with cannot-link pairs. A function of the articles and their scores, so that no
 * order of arrival shows.
 */
final class Grouping {

    /** Two groups are joined when the mean score of the pairs between them is above this, in nats: where precision begins to fall in cross-validation. */
    static final double JOIN = -0.6;

    /** A pair below this is never in one story, whatever the others say. */
    static final double CANNOT_LINK = -6;

    private Grouping() {}

    /**
     * The groups, each a set of document ids, in the order of their least.
     *
     * @param ids ascending
     * @param scores log-odds of each two, symmetric
     */
    static List<NavigableSet<String>> of(List<String> ids, double[][] scores) {
        int n = ids.size();
        double[][] sums = new double[n][];
        List<NavigableSet<String>> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            groups.add(new TreeSet<>(List.of(ids.get(i))));
            sums[i] = Arrays.stream(scores[i])
                    .map(score -> score < CANNOT_LINK ? Double.NEGATIVE_INFINITY : score)
                    .toArray();
        }
        boolean[] gone = new boolean[n];
        for (int merges = 0; merges < n; merges++) {
            int into = -1;
            int from = -1;
            double best = JOIN;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n && !gone[i]; j++) {
                    double mean = gone[j]
                            ? Double.NEGATIVE_INFINITY
                            : sums[i][j] / (groups.get(i).size() * groups.get(j).size());
                    if (mean > best) {
                        best = mean;
                        into = i;
                        from = j;
                    }
                }
            }
            if (into < 0) {
                break;
            }
            groups.get(into).addAll(groups.get(from));
            gone[from] = true;
            for (int k = 0; k < n; k++) {
                sums[into][k] += sums[from][k];
                sums[k][into] = sums[into][k];
            }
        }
        List<NavigableSet<String>> left = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!gone[i]) {
                left.add(groups.get(i));
            }
        }
        return left;
    }
}
