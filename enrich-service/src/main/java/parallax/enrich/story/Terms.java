package parallax.enrich.story;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.Glosses;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Quantity;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/** The terms of one kind that an article may share with others. */
final class Terms {

    /** Some more names than are tried: those of the other article's guests are not. */
    private static final int MOST_NAMES = Overlap.MOST_TRIALS + 40;

    /** What an article does not have stands nowhere in it. */
    static final int NOWHERE = -1;

    static final Terms NONE = new Terms(term -> NOWHERE, 0, 0, List::of);

    private final ToIntFunction<Object> places;
    private final int all;
    private final int count;
    private final Lazy<List<Term>> telling;

    private Terms(ToIntFunction<Object> places, int all, int count, Supplier<List<Term>> tell) {
        this.places = places;
        this.all = all;
        this.count = count;
        this.telling = new Lazy<>(tell);
    }

    /**
     * One of them.
     *
     * @param term as others have it
     * @param key as a block counts it
     * @param rarity in nats
     * @param times logarithm of how often it stands
     * @param place where it stands, see {@link Wording.Term}
     */
    record Term(Object term, Object key, double rarity, double times, int place) {}

    /** Names, which are looked for among all words in Latin letters. */
    static Terms names(InterviewFacts facts) {
        Wording wording = facts.wording();
        return new Terms(
                name -> place(wording.latin().get(name)),
                wording.latin().size(),
                count(wording, true),
                () -> latin(wording, true).limit(MOST_NAMES).toList());
    }

    /** Ordinary words of the article's language. */
    static Terms words(InterviewFacts facts) {
        Wording wording = facts.wording();
        if (facts.chinese()) {
            int size = wording.han().size();
            return new Terms(word -> place(wording.han().get(word)), size, size, () -> han(wording));
        }
        int plain = count(wording, false);
        return new Terms(
                word -> {
                    Wording.Term term = wording.latin().get(word);
                    return term != null && term.name() ? NOWHERE : place(term);
                },
                plain,
                plain,
                () -> latin(wording, false).limit(Overlap.MOST_TRIALS).toList());
    }

    /**
     * Of an article in Chinese its words that a dictionary translates; of another what it holds of such translations.
     *
     * @param stems of its words in Latin letters, with the first word of each
     */
    static Terms glosses(InterviewFacts facts, Map<String, String> stems) {
        Wording wording = facts.wording();
        if (facts.chinese()) {
            return new Terms(term -> NOWHERE, 0, wording.han().size(), () -> wording.han().entrySet().stream()
                    .map(word -> translated(word.getKey(), word.getValue()))
                    .flatMap(Optional::stream)
                    .limit(Overlap.MOST_TRIALS)
                    .toList());
        }
        return new Terms(
                term -> term instanceof Gloss gloss ? gloss.place(stems, wording) : NOWHERE, stems.size(), 0, List::of);
    }

    private static Optional<Term> translated(String word, Wording.Term term) {
        return Glosses.of(word)
                .map(meaning -> new Term(
                        new Gloss(word, meaning.stems()),
                        word,
                        meaning.rarity(),
                        Math.log(term.count()),
                        term.place()));
    }

    /**
     * A word of Chinese by what it means.
     *
     * @param word in simplified characters
     * @param stems of its translations
     */
    record Gloss(String word, List<String> stems) {

        private int place(Map<String, String> others, Wording wording) {
            return stems.stream()
                    .map(others::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(word -> Terms.place(wording.latin().get(word)))
                    .orElse(NOWHERE);
        }

        /** Whether it is the stem of one of its translations. */
        boolean means(String stem) {
            return stems.contains(stem);
        }
    }

    static Terms numbers(InterviewFacts facts) {
        List<Quantity> values = facts.quantities().stream().map(Fact::value).toList();
        Set<Quantity> all = Set.copyOf(values);
        return new Terms(number -> all.contains(number) ? 0 : NOWHERE, all.size(), values.size(), () -> values.stream()
                .map(value -> new Term(value, value, Math.min(Overlap.MOST_INFORMATION, value.information()), 0, 0))
                .toList());
    }

    /** Where another's term stands, or {@link #NOWHERE}; a number's place is not kept. */
    int place(Object term) {
        return places.applyAsInt(term);
    }

    private static int place(Wording.@Nullable Term term) {
        return term == null ? NOWHERE : term.place();
    }

    /** Among how many terms another's are looked for. */
    int all() {
        return all;
    }

    /** How many terms of its own the article has. */
    int count() {
        return count;
    }

    /** Those that tell most of it, the most telling first. */
    List<Term> telling() {
        return telling.get();
    }

    private static int count(Wording wording, boolean name) {
        int count = 0;
        for (Wording.Term term : wording.latin().values()) {
            count += term.name() == name ? 1 : 0;
        }
        return count;
    }

    private static Stream<Term> latin(Wording wording, boolean name) {
        return wording.latin().entrySet().stream()
                .filter(word -> word.getValue().name() == name)
                .map(word -> new Term(
                        word.getKey(),
                        word.getKey(),
                        Rarity.latin(word.getKey()),
                        Math.log(word.getValue().count()),
                        word.getValue().place()));
    }

    private static List<Term> han(Wording wording) {
        return wording.han().entrySet().stream()
                .limit(Overlap.MOST_TRIALS)
                .map(word -> new Term(
                        word.getKey(),
                        word.getKey(),
                        Rarity.han(word.getKey()),
                        Math.log(word.getValue().count()),
                        word.getValue().place()))
                .toList();
    }
}
