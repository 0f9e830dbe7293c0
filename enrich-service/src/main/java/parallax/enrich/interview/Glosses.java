package parallax.enrich.interview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.PorterStemmer;
import parallax.enrich.text.Table;

/** The words of English that translate a word of Chinese, as a dictionary has them. */
public final class Glosses {

    private static final Map<String, Meaning> OF = Table.rows("glosses.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Meaning.of(Table.list(row[1]))));

    private Glosses() {}

    /**
     * What a word of Chinese means.
     *
     * @param stems of the words that translate it
     * @param rarity of the commonest of these, any of which will do; see {@link Rarity#latin}
     */
    public record Meaning(List<String> stems, double rarity) {

        private static Meaning of(List<String> words) {
            return new Meaning(
                    words.stream().map(Glosses::stem).toList(),
                    words.stream().mapToDouble(Rarity::latin).min().orElseThrow());
        }
    }

    /** That of a word in simplified characters; none if no dictionary has it, or only words that stand everywhere. */
    public static Optional<Meaning> of(String word) {
        return Optional.ofNullable(OF.get(word));
    }

    /** Words of one stem, as of a noun and its plural, are one. */
    public static String stem(String word) {
        return new PorterStemmer().stem(word);
    }
}
