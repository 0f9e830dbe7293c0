package parallax.enrich.annotate;

import java.util.List;
import java.util.Set;

/** How likely an editor is to name an entity among the five that matter most in an article. */
final class Salience {

    private static final Weights MODEL = new Weights("entity-model.tsv");
    private static final Set<String> SETTINGS = Set.of("place", "show", "work");

    /** Where an article says what it is about, in clauses. */
    private static final int LEAD = 40;

    private static final int PARTS = 10;

    private final Subjects subjects;
    private final double most;

    Salience(Subjects subjects) {
        this.subjects = subjects;
        this.most = Math.log1p(Math.max(
                1, subjects.all().stream().mapToInt(Subject::mentions).max().orElse(1)));
    }

    double of(Subject subject) {
        return MODEL.probability(features(subject));
    }

    Features features(Subject subject) {
        double parts = subject.clauses().stream()
                .map(clause -> (int) Math.min(PARTS - 1, (long) clause * PARTS / subjects.clauses()))
                .distinct()
                .count();
        int first = subject.clauses().stream().findFirst().orElse(Integer.MAX_VALUE);
        double mentions = Math.log1p(subject.mentions());
        return new Features(
                subject.id(),
                List.of(
                        mentions,
                        mentions / most,
                        parts / PARTS,
                        is(subject.isTitled()),
                        is(first < LEAD),
                        is(subject.isInField()),
                        is(subject.isKnown()),
                        is(subject.isPerson()),
                        is(SETTINGS.contains(subject.type())),
                        is(subject.labels() > 0),
                        is(subject.clauses().size() == 1)));
    }

    private static double is(boolean so) {
        return so ? 1 : 0;
    }
}
