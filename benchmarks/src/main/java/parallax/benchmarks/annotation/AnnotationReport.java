package parallax.benchmarks.annotation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import parallax.enrich.annotate.EntityLinker;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.annotate.TopicTagger;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Entity;
import parallax.events.ArticleEnriched.Topic;

/**
 * Prints how well articles of labelled folders are annotated, by an editor's labels, and what it costs: {@code AnnotationReport
 * FOLDER...}.
 */
public final class AnnotationReport {

    private static final int FIVE = 5;

    private final EntityLinker entities = new EntityLinker(new Gazetteer());
    private final TopicTagger topics = new TopicTagger();

    private AnnotationReport() {}

    /** Prints the figures. */
    public static void main(String[] args) {
        Map<String, Article> texts =
                Texts.ofFolders(Arrays.stream(args).map(Path::of).toList());
        AnnotationReport report = new AnnotationReport();
        report.labelled(texts);
        System.out.println(Cost.of(texts.values(), report.entities, report.topics));
    }

    private void labelled(Map<String, Article> texts) {
        List<EditorLabels> labels = EditorLabels.measured();
        print("all " + labels.size() + " articles", labels, texts, row -> true);
        print("the half that was tuned on", labels, texts, row -> !row.heldOut());
        print("the half that was held out", labels, texts, EditorLabels::heldOut);
        Calibration calibration = new Calibration();
        labels.stream().filter(EditorLabels::heldOut).forEach(row -> topics.tag(Texts.of(texts, row.document()))
                .forEach(topic -> calibration.add(topic.score(), row.topics().contains(topic.id()))));
        System.out.println("\nscores of topics, on the half that was held out");
        System.out.print(calibration);
    }

    private void print(
            String name, List<EditorLabels> labels, Map<String, Article> texts, Predicate<EditorLabels> which) {
        Map<String, Set<String>> second = EditorLabels.secondTopics();
        Score topicScore = new Score();
        Score bySecond = new Score();
        Score editors = new Score();
        Score entityScore = new Score();
        for (EditorLabels row : labels) {
            if (which.test(row)) {
                Article text = Texts.of(texts, row.document());
                Set<String> tagged =
                        new HashSet<>(topics.tag(text).stream().map(Topic::id).toList());
                Set<String> others = Objects.requireNonNull(second.get(row.document()));
                topicScore.add(tagged, row.topics());
                bySecond.add(tagged, others);
                editors.add(row.topics(), others);
                List<String> five =
                        entities.link(text).stream().limit(FIVE).map(Entity::id).toList();
                entityScore.add(
                        five.size(),
                        five.stream().filter(row::allows).count(),
                        row.salient().size(),
                        row.salient().stream()
                                .filter(ids -> five.stream().anyMatch(ids::contains))
                                .count());
            }
        }
        System.out.printf("%n%s%n  topics                      %s%n", name, topicScore);
        System.out.println("  topics, a second editor's   " + bySecond);
        System.out.println("  one editor by the other     " + editors);
        System.out.println("  five most salient entities  " + entityScore);
    }
}
