package parallax.benchmarks.annotation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.benchmarks.grouping.LabelledFolder;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.normalize.Article;

/**
 * Fits the models of topics and of salience on the labels that are not held out, and prints them as they stand in
 * {@code topic-model.tsv} and {@code entity-model.tsv}, the topics cross-validated before: {@code AnnotationFit FOLDER...}.
 */
public final class AnnotationFit {

    /** An entity that may as well stand among the five is worth more than one that may not. */
    private static final double ALSO = 0.6;

    private static final List<String> TOPIC_FEATURES = List.of(
            "strength", "strength-to-strongest", "log-stronger", "spread", "log-lead", "title", "tags", "narrower");
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

    /** Prints the figures and both models. */
    public static void main(String[] args) {
        List<Path> folders = Arrays.stream(args).map(Path::of).toList();
        Map<String, Article> texts = Texts.ofFolders(folders);
        List<EditorLabels> measured =
                EditorLabels.measured().stream().filter(row -> !row.heldOut()).toList();
        List<EditorLabels> all = Stream.concat(measured.stream(), EditorLabels.furtherTopics().stream())
                .toList();
        List<Example> topics = Example.of(all, texts, new TopicTagger()::features);
        TopicValidation.print(topics, guests(folders));
        print("topic-model.tsv", TOPIC_FEATURES, topics, TopicValidation::target);
        print(
                "entity-model.tsv",
                ENTITY_FEATURES,
                Example.of(measured, texts, new EntityLinker(new Gazetteer())::features),
                (row, id) -> row.isSalient(id) ? 1 : row.allows(id) ? ALSO : 0);
    }

    /** By document, whose interview it covers: of one guest there may be several, of which no one knows whether they are one. */
    private static Map<String, String> guests(List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> LabelledFolder.read(folder).labels().stream())
                .collect(Collectors.toMap(
                        Label::document, label -> label.guest().isEmpty() ? label.interview() : label.guest()));
    }

    private static void print(
            String name, List<String> names, List<Example> examples, ToDoubleBiFunction<EditorLabels, String> target) {
        double[] weights = Example.fit(examples, target);
        System.out.printf(
                "%n%s, on %d candidates of %d articles%n",
                name,
                examples.stream()
                        .mapToInt(example -> example.candidates().size())
                        .sum(),
                examples.size());
        System.out.printf(Locale.ROOT, "none\t%.4f%n", weights[0]);
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(Locale.ROOT, "%s\t%.4f%n", names.get(i), weights[i + 1]);
        }
    }
}
