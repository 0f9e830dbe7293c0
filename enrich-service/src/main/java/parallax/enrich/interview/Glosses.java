package parallax.enrich.interview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.PorterStemmer;
import parallax.enrich.text.Table;

/** The words of English that translate a word of Chinese, as a dictionary has them. */
public final class Glosses {

    private static final Map<String, List<String>> OF = Table.rows("glosses.tsv", 2).stream()
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> Table.list(row[1])));

    private Glosses() {}

    /** Those of a word in simplified characters, in lower case; none if no dictionary has it, or only words that stand everywhere. */
    public static List<String> of(String word) {
        return OF.getOrDefault(word, List.of());
    }

    /** Words of one stem, as of a noun and its plural, are one. */
    public static String stem(String word) {
        return new PorterStemmer().stem(word);
    }
}
