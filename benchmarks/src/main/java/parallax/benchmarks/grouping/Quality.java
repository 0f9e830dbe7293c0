package parallax.benchmarks.grouping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import parallax.benchmarks.grouping.LabelledFolder.Label;

/** B-cubed (Bagga and Baldwin, 1998) and pairwise precision and recall of a grouping. */
final class Quality {

    private final List<Label> labels;
    private final Map<String, String> stories;

    Quality(List<Label> labels, Map<String, String> stories) {
        this.labels = labels;
        this.stories = stories;
    }

    /** B-cubed F1. */
    double f1() {
        double[] figures = figures();
        return 2 * figures[0] * figures[1] / (figures[0] + figures[1]);
    }

    /** A line of figures for people. */
    String bCubed() {
        double[] figures = figures();
        return String.format(Locale.ROOT, "precision %.4f  recall %.4f  F1 %.4f", figures[0], figures[1], f1());
    }

    private double[] figures() {
        double precision = 0;
        double recall = 0;
        for (Label one : labels) {
            double together =
                    labels.stream().filter(other -> together(one, other)).count();
            double same = labels.stream().filter(other -> same(one, other)).count();
            double both = labels.stream()
                    .filter(other -> together(one, other) && same(one, other))
                    .count();
            precision += both / together / labels.size();
            recall += both / same / labels.size();
        }
        return new double[] {precision, recall};
    }

    /** A line of figures over the pairs that {@code which} takes. */
    String pairs(BiPredicate<Label, Label> which) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                Label a = labels.get(i);
                Label b = labels.get(j);
                if (which.test(a, b)) {
                    right += together(a, b) && same(a, b) ? 1 : 0;
                    wrong += together(a, b) && !same(a, b) ? 1 : 0;
                    missed += !together(a, b) && same(a, b) ? 1 : 0;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "precision %.4f  recall %.4f  (right %d, wrong merges %d, missed %d)",
                (double) right / Math.max(1, right + wrong),
                (double) right / Math.max(1, right + missed),
                right,
                wrong,
                missed);
    }

    private boolean together(Label a, Label b) {
        return a.document().equals(b.document())
                || String.valueOf(stories.get(a.document())).equals(stories.get(b.document()));
    }

    private static boolean same(Label a, Label b) {
        return a.interview().equals(b.interview());
    }
}
