package parallax.benchmarks.annotation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import parallax.enrich.annotate.Features;
import parallax.enrich.normalize.Article;

/**
 * An article to learn from.
 *
 * @param labels what an editor says of it
 * @param candidates what may be said of it, as a model sees that
 */
record Example(EditorLabels labels, List<Features> candidates) {

    private static final double PENALTY = 1;

    static List<Example> of(
            List<EditorLabels> labels, Map<String, Article> texts, Function<Article, List<Features>> features) {
        return labels.stream()
                .map(row -> new Example(row, features.apply(Texts.of(texts, row.document()))))
                .toList();
    }

    /** The weights of a model that tells from its features how right a candidate is, which {@code target} says. */
    static double[] fit(List<Example> examples, ToDoubleBiFunction<EditorLabels, String> target) {
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (Example example : examples) {
            for (Features candidate : example.candidates) {
                rows.add(candidate.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
                targets.add(target.applyAsDouble(example.labels, candidate.id()));
            }
        }
        return Logistic.fit(
                rows.toArray(double[][]::new),
                targets.stream().mapToDouble(Double::doubleValue).toArray(),
                PENALTY);
    }
}
