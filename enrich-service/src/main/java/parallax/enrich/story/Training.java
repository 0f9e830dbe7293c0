package parallax.enrich.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
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
    public static final List<String> TERM_KINDS = List.of("names", "words", "numbers");

    /** Above this mean score groups are joined. */
    public static final double JOIN = Grouping.JOIN;

    private static final int FEW = 2;

    private final Collection<InterviewFacts> articles;
    private final Map<NavigableSet<String>, Block> blocks = new HashMap<>();
    private final Map<String, List<InterviewFacts>> byGuest = new HashMap<>();

    /** Over {@code articles}, each other's block. */
    public Training(Collection<InterviewFacts> articles) {
        this.articles = articles;
        articles.forEach(
                article -> BlockKeys.guests(article).forEach(key -> byGuest.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(article)));
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
            PairScore score = PairScore.of(a, b, block(a, b));
            each.accept(new Pair(a.documentId(), b.documentId(), Copies.isCopy(a, b), score.features()));
        });
    }

    /** Every term of every two articles that would be compared. */
    public void trials(Consumer<Trial> each) {
        compared((a, b) -> {
            for (Overlap.Kind kind : Overlap.Kind.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                Overlap.trials(kind, a, b, block(a, b))
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
    private void compared(BiConsumer<InterviewFacts, InterviewFacts> each) {
        Map<String, List<InterviewFacts>> holders = new HashMap<>();
        articles.forEach(
                article -> BlockKeys.of(article).forEach(key -> holders.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(article)));
        for (InterviewFacts a : articles) {
            NavigableMap<String, InterviewFacts> others = new TreeMap<>();
            BlockKeys.lookups(a)
                    .forEach(key -> holders.getOrDefault(key, List.of()).forEach(b -> others.put(b.documentId(), b)));
            articles.stream()
                    .filter(b -> a.wording().latinPhrases().shared(b.wording().latinPhrases()) >= FEW
                            || a.wording().hanPhrases().shared(b.wording().hanPhrases()) >= FEW)
                    .forEach(b -> others.put(b.documentId(), b));
            others.tailMap(a.documentId(), false).values().stream()
                    .filter(b -> a.coversInterview() || b.coversInterview())
                    .forEach(b -> each.accept(a, b));
        }
    }

    private Block block(InterviewFacts a, InterviewFacts b) {
        NavigableSet<String> shared = BlockKeys.guests(a);
        shared.retainAll(BlockKeys.guests(b));
        return shared.isEmpty() ? Block.NONE : blocks.computeIfAbsent(shared, this::read);
    }

    private Block read(NavigableSet<String> guests) {
        Map<String, InterviewFacts> found = new TreeMap<>();
        guests.forEach(guest -> byGuest.getOrDefault(guest, List.of()).forEach(a -> found.put(a.documentId(), a)));
        return new Block(found.values());
    }
}
