package parallax.benchmarks.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.benchmarks.grouping.Regression.Case;
import parallax.enrich.story.Training;

/** Fits the model that says whether two articles cover one interview. */
final class PairFit {

    private static final double COST = 0.1;
    private static final double COST_OF_FEW = 1;
    private static final double HIGHEST = 0.97;

    /**
     * What is known of interviews before any data: one is held by its hosts on its show, as one episode, on one day and in one length,
     * and nobody writes about it before. The data hold too few such cases to find that out. A guest comes back to a show now and then.
     * The data hold too few of those, too, to tell how much less show and host say then: about 3 nats, when one in twenty of a guest's
     * other interviews is on that show (before calibration). Nor does any outlet in them number pieces of its own, as some do.
     */
    private static final Priors PRIORS = new Priors(
            "guest both people names names-per words words-per numbers numbers-per glosses glosses-per order latin-quotes latin-quotes-count han-quotes"
                    + " han-quotes-count host show same-length same-episode near same-day after recording",
            "fame no-guest conflict rivals unmet other-show other-length other-episode far foretold other-day other-recording famous",
            Map.ofEntries(
                    Map.entry("both", 2.0),
                    Map.entry("conflict", -6.0),
                    Map.entry("rivals", -2.0),
                    Map.entry("show", 1.5),
                    Map.entry("other-show", -4.0),
                    Map.entry("host", 1.5),
                    Map.entry("same-length", 1.5),
                    Map.entry("other-length", -2.0),
                    Map.entry("same-episode", 3.0),
                    Map.entry("other-episode", -3.0),
                    Map.entry("same-day", 2.5),
                    Map.entry("other-day", -4.0),
                    Map.entry("other-recording", -40.0),
                    Map.entry("after", 2.0),
                    Map.entry("foretold", -5.0),
                    Map.entry("recording", 4.0),
                    Map.entry("far", -3.0),
                    Map.entry("latin-quotes", 5.0),
                    Map.entry("han-quotes", 5.0)),
            Map.of("show", 1.8, "host", 1.8, "other-episode", 3.0));

    private final Corpus corpus;
    private final ModelFile file;

    PairFit(Corpus corpus, ModelFile file) {
        this.corpus = corpus;
        this.file = file;
    }

    /** Fits all weights, cross-validated and calibrated. */
    void fit() {
        List<Training.Pair> pairs = new ArrayList<>();
        List<Training.Pair> copies = new ArrayList<>();
        new Training(corpus.facts()).pairs(pair -> {
            if (pair.copy()) {
                copies.add(pair);
            } else if (!corpus.doubtful(pair.first(), pair.second())) {
                pairs.add(pair);
            }
        });
        Regression platt = new CrossValidation(corpus, pairs, copies).calibration(this::fit);
        Regression model = fit(pairs).calibrated(platt.weight(0), platt.bias());
        System.out.printf(
                Locale.ROOT,
                "%d pairs, %d of one interview; calibration: slope %.3f, shift %.3f%n",
                pairs.size(),
                pairs.stream()
                        .filter(pair -> corpus.same(pair.first(), pair.second()))
                        .count(),
                platt.weight(0),
                platt.bias());
        for (int j = 0; j < Training.PAIR_FEATURES.size(); j++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-20s %7.3f up to %.2f%n",
                    Training.PAIR_FEATURES.get(j),
                    model.weight(j),
                    model.most(j));
        }
        file.replace("pair", Training.PAIR_FEATURES, model, corpus.origin());
    }

    private Regression fit(List<Training.Pair> pairs) {
        List<Case> cases = new ArrayList<>();
        pairs.forEach(pair -> add(cases, pair, new Case(pair.features(), corpus.same(pair.first(), pair.second()))));
        return PRIORS.fit(Training.PAIR_FEATURES, cases, COST, HIGHEST, true);
    }

    /**
     * Fits the weights of some features on the pairs of one guest of which they tell something, those of the others being what they
     * are: pairs of two guests leave little doubt, and are most of all.
     */
    void fitOnly(List<String> features) {
        if (!Training.PAIR_FEATURES.containsAll(features)) {
            throw new IllegalArgumentException(
                    "the stages are guests, terms and pairs, or features of pairs: " + Training.PAIR_FEATURES);
        }
        int[] places =
                features.stream().mapToInt(Training.PAIR_FEATURES::indexOf).toArray();
        int noGuest = Training.PAIR_FEATURES.indexOf("no-guest");
        List<Case> cases = new ArrayList<>();
        new Training(corpus.facts()).pairs(pair -> {
            double[] some =
                    Arrays.stream(places).mapToDouble(i -> pair.features()[i]).toArray();
            if (!pair.copy()
                    && pair.features()[noGuest] == 0
                    && !corpus.doubtful(pair.first(), pair.second())
                    && Arrays.stream(some).anyMatch(value -> value != 0)) {
                double[] others = pair.features().clone();
                Arrays.stream(places).forEach(i -> others[i] = 0);
                add(cases, pair, new Case(some, corpus.same(pair.first(), pair.second()), Training.logOdds(others)));
            }
        });
        Regression model = PRIORS.fit(features, cases, COST_OF_FEW, HIGHEST, false);
        for (int j = 0; j < places.length; j++) {
            System.out.printf(Locale.ROOT, "  %-20s %7.3f%n", features.get(j), model.weight(j));
        }
        file.replaceOnly("pair", features, model);
    }

    private void add(List<Case> cases, Training.Pair pair, Case one) {
        cases.addAll(Collections.nCopies(corpus.count(pair.first(), pair.second()), one));
    }
}
