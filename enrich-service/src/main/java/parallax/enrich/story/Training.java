package parallax.enrich.story;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import parallax.enrich.interview.InterviewFacts;

/** What the fitting program sees of the matching: the pairs that it would compare, with what its models weigh. */
public final class Training {

    /** The names of {@link Pair#features}. */
    public static final List<String> PAIR_FEATURES = PairFeatures.NAMES;

    /** The names of {@link Trial#features}. */
    public static final List<String> TERM_FEATURES = Overlap.FEATURES;

    /** The kinds of terms for each of which there are two models, {@code KIND-same} and {@code KIND-other}. */
    public static final List<String> TERM_KINDS = List.of("names", "words", "numbers", "glosses");

    /** Above this mean score groups are joined. */
    public static final double JOIN = Grouping.JOIN;

    private static final int FEW = 2;

    private final InMemoryLibrary library = new InMemoryLibrary();
    private final Matching matching = new Matching(library, new Weighed(0));

    /** Over {@code articles}, each other's block. */
    public Training(Collection<InterviewFacts> articles) {
        articles.forEach(article -> library.put(new Member(article, "", Instant.EPOCH, null), ""));
    }

    /**
     * Two articles that share a key.
     *
     * @param first document id
     * @param second document id
     * @param copy whether one is a copy of the other: no case for a model
     * @param features what the pair model weighs
     */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    public record Pair(String first, String second, boolean copy, double[] features) {}

    /**
     * A term of one article, looked for in another.
     *
     * @param kind one of {@link #TERM_KINDS}
     * @param found whether it is there
     * @param features what the models weigh
     */
    @SuppressWarnings("ArrayRecordComponent") // values on their way to a model, never compared
    public record Trial(String first, String second, String kind, boolean found, double[] features) {}

    /** Every two articles that would be compared. */
    public void pairs(Consumer<Pair> each) {
        compared((a, b) -> {
            PairScore score = matching.score(a, b);
            each.accept(new Pair(a.documentId(), b.documentId(), score.copy(), score.features()));
        });
    }

    /** What the pair model as shipped makes of {@link Pair#features}, in nats. */
    public static double logOdds(double[] features) {
        return PairScore.logOdds(features);
    }

    /** Every term of every two articles that would be compared. */
    public void trials(Consumer<Trial> each) {
        compared((a, b) -> {
            for (Overlap.Kind kind : Overlap.Kind.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                Overlap.trials(kind, a, b, matching.block(a, b))
                        .forEach(trial -> each.accept(
                                new Trial(a.documentId(), b.documentId(), name, trial.found(), trial.features())));
            }
        });
    }

    /**
     * Groups articles by given scores as the matching does.
     *
     * @param ids ascending
     * @param score log-odds of two of them, the lesser id first; negative infinity where they would not be compared
     */
    public static List<NavigableSet<String>> group(List<String> ids, ToDoubleBiFunction<String, String> score) {
        double[][] scores = new double[ids.size()][ids.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int j = i + 1; j < scores.length; j++) {
                scores[i][j] = score.applyAsDouble(ids.get(i), ids.get(j));
                scores[j][i] = scores[i][j];
            }
        }
        return Grouping.of(ids, scores);
    }

    /** Those that the matching would compare, and those that share phrases, for what is common to many must be seen to be so. */
    private void compared(BiConsumer<Profile, Profile> each) {
        List<Profile> articles = library.all().stream().map(Member::profile).toList();
        for (int i = 0; i < articles.size(); i++) {
            InterviewFacts a = articles.get(i).facts();
            Set<String> candidates = new TreeSet<>();
            library.holders(articles.get(i).lookups(), articles.size()).values().forEach(candidates::addAll);
            library.sharing(Map.of("", articles.get(i).terms()), FEW).values().forEach(candidates::addAll);
            for (Profile other : articles.subList(i + 1, articles.size())) {
                InterviewFacts b = other.facts();
                if ((candidates.contains(b.documentId()) || sharePhrases(a, b))
                        && (a.coversInterview() || b.coversInterview())) {
                    each.accept(articles.get(i), other);
                }
            }
        }
    }

    private static boolean sharePhrases(InterviewFacts a, InterviewFacts b) {
        return a.wording().latinPhrases().shared(b.wording().latinPhrases()) >= FEW
                || a.wording().hanPhrases().shared(b.wording().hanPhrases()) >= FEW;
    }
}
