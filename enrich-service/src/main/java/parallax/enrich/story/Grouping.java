package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles into groups, each the coverage of one interview: average-link agglomerative clustering (UPGMA, Sokal and Michener,
 * 1958, with the updates of Lance and Williams, 1967) with cannot-link pairs. A function of the articles and their scores, so that no
 * order of arrival shows.
 */
final class Grouping {

    /** Two groups are joined when the mean score of the pairs between them is above this, in nats: when it is likelier than not that they belong together. */
    static final double JOIN = 0;

    /** A pair below this is never in one story, whatever the others say. */
    static final double CANNOT_LINK = -6;

    private static final int NONE = -1;

    /** Null where a group has been joined to another. */
    private final List<@Nullable NavigableSet<String>> groups = new ArrayList<>();

    private final double[][] sums;

    /** Of each group, the nearest of those after it (Anderberg, 1973), so that a join looks again only at whose nearest it changed. */
    private final int[] nearest;

    /**
     * The groups, each a set of document ids, in the order of their least.
     *
     * @param ids ascending
     * @param scores log-odds of each two, symmetric
     */
    static List<NavigableSet<String>> of(List<String> ids, double[][] scores) {
        Grouping grouping = new Grouping(ids, scores);
        while (grouping.joinNearest()) {}
        return grouping.groups.stream().filter(Objects::nonNull).toList();
    }

    private Grouping(List<String> ids, double[][] scores) {
        sums = new double[ids.size()][];
        nearest = new int[ids.size()];
        for (int i = 0; i < ids.size(); i++) {
            groups.add(new TreeSet<>(List.of(ids.get(i))));
            sums[i] = Arrays.stream(scores[i])
                    .map(score -> score < CANNOT_LINK ? Double.NEGATIVE_INFINITY : score)
                    .toArray();
        }
        for (int i = 0; i < ids.size(); i++) {
            nearest[i] = nearestAfter(i);
        }
    }

    /** Joins the two groups of the highest mean, the first such two; false when none is high enough. */
    private boolean joinNearest() {
        int into = NONE;
        double best = JOIN;
        for (int i = 0; i < nearest.length; i++) {
            if (nearest[i] != NONE && mean(i, nearest[i]) > best) {
                best = mean(i, nearest[i]);
                into = i;
            }
        }
        if (into == NONE) {
            return false;
        }
        join(into, nearest[into]);
        return true;
    }

    private void join(int into, int from) {
        Objects.requireNonNull(groups.get(into)).addAll(Objects.requireNonNull(groups.get(from)));
        groups.set(from, null);
        nearest[from] = NONE;
        for (int k = 0; k < nearest.length; k++) {
            sums[into][k] += sums[from][k];
            sums[k][into] = sums[into][k];
        }
        nearest[into] = nearestAfter(into);
        for (int k = 0; k < from; k++) {
            if (nearest[k] == from || nearest[k] == into) {
                nearest[k] = nearestAfter(k);
            } else if (k < into && nearest[k] != NONE && nearer(k, into)) {
                nearest[k] = into;
            }
        }
    }

    private boolean nearer(int k, int other) {
        double now = mean(k, nearest[k]);
        double then = mean(k, other);
        return then > now || (then == now && other < nearest[k]);
    }

    private int nearestAfter(int i) {
        int found = NONE;
        for (int j = i + 1; groups.get(i) != null && j < nearest.length; j++) {
            if (groups.get(j) != null && (found == NONE || mean(i, j) > mean(i, found))) {
                found = j;
            }
        }
        return found;
    }

    private double mean(int i, int j) {
        return sums[i][j] / (size(i) * size(j));
    }

    private int size(int i) {
        return Objects.requireNonNull(groups.get(i)).size();
    }
}
