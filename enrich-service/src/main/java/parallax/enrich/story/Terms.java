package parallax.enrich.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    static final Terms NONE = new Terms(term -> false, 0, 0, List::of);

    private final Predicate<Object> held;
    private final int all;
    private final int count;
    private final Supplier<List<Term>> tell;
    private volatile @Nullable List<Term> telling;

    private Terms(Predicate<Object> held, int all, int count, Supplier<List<Term>> tell) {
        this.held = held;
        this.all = all;
        this.count = count;
        this.tell = tell;
    }

    /**
     * One of them.
     *
     * @param term as others have it
     * @param key as a block counts it
     * @param rarity in nats
     * @param times logarithm of how often it stands
     */
    record Term(Object term, Object key, double rarity, double times) {}

    /** Names, which are looked for among all words in Latin letters. */
    static Terms names(InterviewFacts facts) {
        Wording wording = facts.wording();
        return new Terms(
                wording.latin()::containsKey, wording.latin().size(), count(wording, true), () -> latin(wording, true)
                        .limit(MOST_NAMES)
                        .toList());
    }

    /** Ordinary words of the article's language. */
    static Terms words(InterviewFacts facts) {
        Wording wording = facts.wording();
        if (facts.chinese()) {
            int size = wording.han().size();
            return new Terms(wording.han()::containsKey, size, size, () -> han(wording));
        }
        int plain = count(wording, false);
        return new Terms(
                word -> {
                    Wording.Term term = wording.latin().get(word);
                    return term != null && !term.name();
                },
                plain,
                plain,
                () -> latin(wording, false).limit(Overlap.MOST_TRIALS).toList());
    }

    /** Of an article in Chinese its words that a dictionary translates; of another, of which these are the stems, what it holds of such translations. */
    static Terms glosses(InterviewFacts facts, Set<String> stems) {
        Wording wording = facts.wording();
        if (facts.chinese()) {
            return new Terms(term -> false, 0, wording.han().size(), () -> wording.han().entrySet().stream()
                    .map(word -> translated(word.getKey(), word.getValue()))
                    .flatMap(Optional::stream)
                    .limit(Overlap.MOST_TRIALS)
                    .toList());
        }
        return new Terms(term -> term instanceof Gloss gloss && gloss.isAmong(stems), stems.size(), 0, List::of);
    }

    /** As rare as the commonest of its translations, any of which will do. */
    private static Optional<Term> translated(String word, int count) {
        List<String> words = Glosses.of(word);
        return words.stream()
                .min(Comparator.comparingDouble(Rarity::latin))
                .map(commonest -> new Term(
                        new Gloss(word, words.stream().map(Glosses::stem).toList()),
                        word,
                        Rarity.latin(commonest),
                        Math.log(count)));
    }

    /**
     * A word of Chinese by what it means.
     *
     * @param word in simplified characters
     * @param stems of its translations
     */
    record Gloss(String word, List<String> stems) {

        private boolean isAmong(Set<String> others) {
            return stems.stream().anyMatch(others::contains);
        }

        /** Whether it is the stem of one of its translations. */
        boolean means(String stem) {
            return stems.contains(stem);
        }
    }

    static Terms numbers(InterviewFacts facts) {
        List<Quantity> values = facts.quantities().stream().map(Fact::value).toList();
        Set<Quantity> all = Set.copyOf(values);
        return new Terms(all::contains, all.size(), values.size(), () -> values.stream()
                .map(value -> new Term(value, value, Math.min(Overlap.MOST_INFORMATION, value.information()), 0))
                .toList());
    }

    /** Whether another's term is there. */
    boolean hold(Object term) {
        return held.test(term);
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
        List<Term> known = telling;
        if (known == null) {
            known = tell.get();
            telling = known;
        }
        return known;
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
                        Math.log(word.getValue().count())));
    }

    private static List<Term> han(Wording wording) {
        return wording.han().entrySet().stream()
                .limit(Overlap.MOST_TRIALS)
                .map(word ->
                        new Term(word.getKey(), word.getKey(), Rarity.han(word.getKey()), Math.log(word.getValue())))
                .toList();
    }
}
