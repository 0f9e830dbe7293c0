package parallax.benchmarks.grouping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parallax.benchmarks.grouping.LabelledFolder.Label;
import parallax.benchmarks.grouping.Regression.Case;
import parallax.enrich.story.Training;

/** How well pairs are told by a model that saw neither guest, several times over, with other folds each time. */
final class CrossValidation {

    private static final int FOLDS = 5;
    private static final int REPEATS = 3;
    private static final double NOT_COMPARED = -10;
    private static final double COPY = 10;
    private static final double CALIBRATION_COST = 1000;

    private final Corpus corpus;
    private final List<Training.Pair> pairs;
    private final List<Training.Pair> copies;

    /**
     * Over {@code pairs}.
     *
     * @param copies which need no model, but are grouped with them
     */
    CrossValidation(Corpus corpus, List<Training.Pair> pairs, List<Training.Pair> copies) {
        this.corpus = corpus;
        this.pairs = pairs;
        this.copies = copies;
    }

    private record Scored(Training.Pair pair, double score) {}

    /** Prints how well each folder is grouped so, and answers the slope and shift that make such scores probabilities (Platt, 1999). */
    Regression calibration(Function<List<Training.Pair>, Regression> fit) {
        List<List<Scored>> outOfFold = IntStream.range(0, REPEATS)
                .mapToObj(repeat -> outOfFold(fit, repeat))
                .toList();
        List<Case> scored = outOfFold.stream()
                .flatMap(List::stream)
                .map(one -> new Case(
                        new double[] {one.score()},
                        corpus.same(one.pair().first(), one.pair().second())))
                .toList();
        Regression platt = new Priors("score", "", Map.of("score", 1.0), Map.of())
                .fit(List.of("score"), scored, CALIBRATION_COST, 1, true);
        outOfFold.forEach(scores -> print(scores, platt));
        return platt;
    }

    /** Every pair scored by a model that saw neither guest. */
    private List<Scored> outOfFold(Function<List<Training.Pair>, Regression> fit, int seed) {
        List<String> guests = new ArrayList<>(
                new TreeSet<>(corpus.labels().stream().map(Corpus::guest).toList()));
        Collections.shuffle(guests, new Random(seed));
        Function<String, Integer> fold = document -> guests.indexOf(corpus.guest(document)) % FOLDS;
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < FOLDS; i++) {
            for (int j = i; j < FOLDS; j++) {
                int one = i;
                int other = j;
                Predicate<String> held = document -> fold.apply(document) == one || fold.apply(document) == other;
                Regression model = fit.apply(pairs.stream()
                        .filter(pair -> !held.test(pair.first()) && !held.test(pair.second()))
                        .toList());
                pairs.stream()
                        .filter(pair -> {
                            int a = fold.apply(pair.first());
                            int b = fold.apply(pair.second());
                            return Math.min(a, b) == one && Math.max(a, b) == other;
                        })
                        .forEach(pair -> scored.add(new Scored(pair, model.logOdds(pair.features()))));
            }
        }
        return scored;
    }

    private void print(List<Scored> scores, Regression platt) {
        Map<String, Double> odds = new HashMap<>();
        copies.forEach(copy -> odds.put(copy.first() + " " + copy.second(), COPY));
        scores.forEach(scored -> odds.put(
                scored.pair().first() + " " + scored.pair().second(), platt.logOdds(new double[] {scored.score()})));
        Map<String, List<Label>> folders = corpus.labels().stream().collect(Collectors.groupingBy(Label::folder));
        folders.forEach((folder, articles) -> {
            List<String> ids = articles.stream().map(Label::document).sorted().toList();
            Map<String, String> stories = new HashMap<>();
            Training.group(ids, (a, b) -> odds.getOrDefault(a + " " + b, a.equals(b) ? 0 : NOT_COMPARED))
                    .forEach(group -> group.forEach(id -> stories.put(id, group.first())));
            Quality quality = new Quality(articles, stories);
            System.out.println("cross-validated, " + folder);
            System.out.println("  B-cubed                  " + quality.bCubed());
            System.out.println("  pairs, all               " + quality.pairs((a, b) -> true));
            System.out.println("  pairs, across languages  " + quality.pairs((a, b) -> a.chinese() != b.chinese()));
            System.out.println("  pairs, same guest        "
                    + quality.pairs((a, b) -> !a.guest().isEmpty() && a.guest().equals(b.guest())));
        });
    }
}
