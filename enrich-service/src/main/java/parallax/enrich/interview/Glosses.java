package parallax.enrich.interview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.stemmer.PorterStemmer;

/** The words of English that translate a word of Chinese, as a dictionary has them. */
public final class Glosses {

    private static final Map<String, List<String>> OF = read();

    private Glosses() {}

    /** Those of a word in simplified characters, in lower case; none if no dictionary has it, or only words that stand everywhere. */
    public static List<String> of(String word) {
        return OF.getOrDefault(word, List.of());
    }

    /** Words of one stem, as of a noun and its plural, are one. */
    public static String stem(String word) {
        return new PorterStemmer().stem(word);
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Glosses.class.getResourceAsStream("/parallax/enrich/glosses.tsv")) {
            if (in == null) {
                throw new IllegalStateException("glosses.tsv is missing from the release");
            }
            Map<String, List<String>> read = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> read.put(
                            cells[0], Stream.of(cells[1].split("\\|", -1)).toList()));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
