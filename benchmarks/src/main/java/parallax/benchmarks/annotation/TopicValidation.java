package parallax.benchmarks.annotation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import parallax.enrich.annotate.Features;

/**
 * How well topics are given to articles that the model was not fitted on: by cross-validation over guests, so that no interview
 * stands on both sides, for each number from which a score is enough.
 */
final class TopicValidation {

    private static final int FOLDS = 10;
    private static final int STEPS = 9;

    /** As the tagger has it. */
    private static final int MOST = 5;

    private static final double LEAST = 0.2;

    private record Scored(String topic, double score) {}

    private TopicValidation() {}

    /** Prints precision, recall and F1. {@code guests}: whose interview an article covers, by document. */
    static void print(List<Example> examples, Map<String, String> guests) {
        List<String> order = List.copyOf(new TreeSet<>(guests.values()));
        List<List<Scored>> scored = new ArrayList<>();
        List<Example> judged = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> known = new ArrayList<>();
            List<Example> unknown = new ArrayList<>();
            for (Example example : examples) {
                int guest = order.indexOf(guests.get(example.labels().document()));
                (guest % FOLDS == fold ? unknown : known).add(example);
            }
            double[] weights = Example.fit(known, TopicValidation::target);
            unknown.forEach(example -> scored.add(scores(example, weights)));
            judged.addAll(unknown);
        }
        System.out.printf("%ntopics of guests that the model does not know, by what score is enough%n");
        for (int step = 0; step < STEPS; step++) {
            double enough = 0.3 + step * 0.02;
            Score score = new Score();
            for (int i = 0; i < judged.size(); i++) {
                List<String> given = given(scored.get(i), enough);
                long right = given.stream()
                        .filter(judged.get(i).labels().topics()::contains)
                        .count();
                score.add(given.size(), right, judged.get(i).labels().topics().size(), right);
            }
            System.out.printf(Locale.ROOT, "%.2f  %s%n", enough, score);
        }
    }

    static double target(EditorLabels labels, String topic) {
        return labels.topics().contains(topic) ? 1 : 0;
    }

    private static List<Scored> scores(Example example, double[] weights) {
        return example.candidates().stream()
                .map(candidate -> new Scored(candidate.id(), probability(candidate, weights)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    private static double probability(Features candidate, double[] weights) {
        double logOdds = weights[0];
        for (int i = 1; i < weights.length; i++) {
            logOdds += weights[i] * candidate.values().get(i - 1);
        }
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static List<String> given(List<Scored> scored, double enough) {
        List<String> given = scored.stream()
                .filter(topic -> topic.score() >= enough)
                .limit(MOST)
                .map(Scored::topic)
                .toList();
        return given.isEmpty()
                ? scored.stream()
                        .limit(1)
                        .filter(topic -> topic.score() >= LEAST)
                        .map(Scored::topic)
                        .toList()
                : given;
    }
}
