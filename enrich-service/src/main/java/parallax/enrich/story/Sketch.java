package parallax.enrich.story;

import java.util.Map;
import java.util.stream.Stream;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Quantity;
import parallax.enrich.interview.Rarity;
import parallax.enrich.interview.Wording;

/**
 * The rare words and numbers that an article says most, hashed: enough to see without its facts that it has nothing to do with
 * another. Of two articles that share none hardly any are about one interview.
 *
 * @param terms their hashes
 */
public record Sketch(Phrases terms) {

    private static final int MOST_NAMES = 64;
    private static final int MOST_OTHERS = 32;
    private static final double RARE = 2.5;
    private static final double TELLING = 1.8;

    /** Of an article. */
    public static Sketch of(InterviewFacts facts) {
        Wording wording = facts.wording();
        Stream<String> names = latin(wording, true).limit(MOST_NAMES);
        Stream<String> words = latin(wording, false).limit(MOST_OTHERS);
        Stream<String> han = wording.han().keySet().stream().limit(MOST_OTHERS);
        Stream<String> numbers = facts.quantities().stream()
                .map(fact -> fact.value())
                .filter(quantity -> quantity.information() >= TELLING)
                .map(Quantity::toString)
                .limit(MOST_OTHERS);
        return new Sketch(Phrases.of(
                Stream.of(names, words, han, numbers).flatMap(terms -> terms).mapToInt(String::hashCode)));
    }

    /** As {@link #bytes} gave it. */
    public static Sketch ofBytes(byte[] bytes) {
        return new Sketch(new Phrases(bytes));
    }

    /** To be stored. */
    public byte[] bytes() {
        return terms.hashes();
    }

    /** How many terms both hold. */
    int shared(Sketch other) {
        return terms.shared(other.terms);
    }

    private static Stream<String> latin(Wording wording, boolean name) {
        return wording.latin().entrySet().stream()
                .filter(entry -> entry.getValue().name() == name && Rarity.latin(entry.getKey()) >= RARE)
                .map(Map.Entry::getKey);
    }
}
