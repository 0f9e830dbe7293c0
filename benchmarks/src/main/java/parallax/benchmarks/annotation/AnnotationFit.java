package parallax.benchmarks.annotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.Features;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.normalize.Article;

/**
 * Fits the models of topics and of salience on the labels that are not held out, and prints them as they stand in
 * {@code topic-model.tsv} and {@code entity-model.tsv}: {@code AnnotationFit FOLDER...}.
 */
public final class AnnotationFit {

    private static final double PENALTY = 1;

    /** An entity that may as well stand among the five is worth more than one that may not. */
    private static final double ALSO = 0.6;

    private static final List<String> TOPIC_FEATURES = List.of(
            "strength",
            "strength-to-strongest",
            "log-stronger",
            "log-variety",
            "log-lead",
            "title",
            "tags",
            "narrower");
    private static final List<String> ENTITY_FEATURES = List.of(
            "log-mentions",
            "share-of-most",
            "spread",
            "title",
            "lead",
            "field",
            "known",
            "person",
            "place-show-work",
            "speaks",
            "once");

    private AnnotationFit() {}

    /** Prints both models. */
    public static void main(String[] args) {
        Map<String, Article> texts =
                Texts.ofFolders(Arrays.stream(args).map(Path::of).toList());
        List<EditorLabels> measured =
                EditorLabels.measured().stream().filter(row -> !row.heldOut()).toList();
        List<EditorLabels> all = Stream.concat(measured.stream(), EditorLabels.furtherTopics().stream())
                .toList();
        TopicTagger topics = new TopicTagger();
        print(
                "topic-model.tsv",
                TOPIC_FEATURES,
                all,
                texts,
                topics::features,
                (row, id) -> row.topics().contains(id) ? 1 : 0);
        EntityLinker entities = new EntityLinker(new Gazetteer());
        print(
                "entity-model.tsv",
                ENTITY_FEATURES,
                measured,
                texts,
                entities::features,
                (row, id) -> row.isSalient(id) ? 1 : row.allows(id) ? ALSO : 0);
    }

    private static void print(
            String name,
            List<String> names,
            List<EditorLabels> labels,
            Map<String, Article> texts,
            Function<Article, List<Features>> features,
            ToDoubleBiFunction<EditorLabels, String> target) {
        List<double[]> rows = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (EditorLabels row : labels) {
            for (Features candidate : features.apply(Texts.of(texts, row.document()))) {
                rows.add(candidate.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
                targets.add(target.applyAsDouble(row, candidate.id()));
            }
        }
        double[] weights = Logistic.fit(
                rows.toArray(double[][]::new),
                targets.stream().mapToDouble(Double::doubleValue).toArray(),
                PENALTY);
        System.out.printf("%n%s, on %d candidates of %d articles%n", name, rows.size(), labels.size());
        System.out.printf(Locale.ROOT, "none\t%.4f%n", weights[0]);
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(Locale.ROOT, "%s\t%.4f%n", names.get(i), weights[i + 1]);
        }
    }
}
