package parallax.enrich.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A list of words shipped with the release, one a line, {@code #} begins a comment; a word's place in it is its rank. */
public final class WordList {

    /** The words of English, the most frequent first. */
    public static final WordList COMMON_ENGLISH = new WordList("common-words.txt");

    /** Given names in English-speaking countries, in lower case. */
    public static final WordList GIVEN_NAMES = new WordList("given-names.txt");

    private final Map<String, Integer> ranks = new HashMap<>();

    private WordList(String name) {
        try (InputStream in = WordList.class.getResourceAsStream("/parallax/enrich/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the release");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(word -> ranks.putIfAbsent(word.strip(), ranks.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@code word}, in lower case, is in the list. */
    public boolean contains(String word) {
        return ranks.containsKey(word);
    }

    /** The place of {@code word}, in lower case, from 0; {@code absent} if it is not in the list. */
    public int rank(String word, int absent) {
        return ranks.getOrDefault(word, absent);
    }
}
