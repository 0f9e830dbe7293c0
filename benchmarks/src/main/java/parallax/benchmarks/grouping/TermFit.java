package parallax.benchmarks.grouping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import parallax.benchmarks.grouping.Regression.Case;
import parallax.enrich.story.Training;

/** Fits the models that say how likely a term of one article stands in another, of the same interview and of another one. */
final class TermFit {

    private static final double COST = 1;
    private static final int TRIALS_OF_A_PAIR = 60;

    private final Corpus corpus;
    private final ModelFile file;

    TermFit(Corpus corpus, ModelFile file) {
        this.corpus = corpus;
        this.file = file;
    }

    void fit() {
        List<Training.Trial> all = new ArrayList<>();
        new Training(corpus.facts()).trials(all::add);
        Collections.shuffle(all, new Random(1));
        Map<String, List<Case>> cases = new HashMap<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Training.Trial trial : all) {
            String pair = trial.kind() + trial.first() + " " + trial.second();
            if (!corpus.doubtful(trial.first(), trial.second())
                    && taken.merge(pair, 1, Integer::sum) <= TRIALS_OF_A_PAIR) {
                String model = trial.kind() + (corpus.same(trial.first(), trial.second()) ? "-same" : "-other");
                cases.computeIfAbsent(model, m -> new ArrayList<>()).add(new Case(trial.features(), trial.found()));
            }
        }
        cases.forEach((name, trials) -> {
            System.out.printf("%s: %d trials%n", name, trials.size());
            file.replace(
                    name,
                    Training.TERM_FEATURES,
                    Priors.NONE.fit(Training.TERM_FEATURES, trials, COST, 1, true),
                    corpus.origin());
        });
    }
}
