package parallax.enrich.annotate;

import java.util.List;

/** How likely an editor is to name an entity among the five that matter most in an article: a logistic model, fitted on labels. */
final class Salience {

    /** Where an article says what it is about, in clauses. */
    private static final int LEAD = 40;

    private static final int PARTS = 10;

    private final Weights weights = new Weights("entity-model.tsv");

    /** The number of each feature in an article that names {@code all}. */
    static double[] features(Subject subject, Subjects all) {
        double most = all.all().stream().mapToInt(Subject::mentions).max().orElse(1);
        double spread = subject.clauses().stream()
                .map(clause -> Math.min(PARTS - 1, clause * PARTS / all.clauses()))
                .distinct()
                .count();
        boolean lead = subject.clauses().stream().findFirst().orElse(Integer.MAX_VALUE) < LEAD;
        return new double[] {
            Math.log1p(subject.mentions()),
            Math.log1p(subject.mentions()) / Math.log1p(most),
            spread / PARTS,
            subject.isTitled() ? 1 : 0,
            lead ? 1 : 0,
            subject.isInField() ? 1 : 0,
            subject.isKnown() ? 1 : 0,
            subject.isPerson() ? 1 : 0,
            List.of("place", "show", "work").contains(subject.type()) ? 1 : 0,
            subject.labels() > 0 ? 1 : 0,
            subject.clauses().size() == 1 ? 1 : 0
        };
    }

    double of(Subject subject, Subjects all) {
        return weights.probability(features(subject, all));
    }
}
