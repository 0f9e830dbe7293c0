package parallax.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that Taiwan and the mainland use for one thing: read as the mainland's, a text says the same in either usage. */
public final class RegionalWords {

    private static final List<String[]> ROWS = Table.rows("regional-words.tsv", 2);

    private static final Spellings<String> MAINLAND =
            new Spellings<>(ROWS.stream().collect(Collectors.toMap(row -> row[0], row -> row[1])));

    private static final Map<String, List<String>> TAIWAN = ROWS.stream()
            .collect(Collectors.groupingBy(row -> row[1], Collectors.mapping(row -> row[0], Collectors.toList())));

    private RegionalWords() {}

    /** The words that are read as {@code word}, which is the mainland's: itself and those of Taiwan. */
    public static Stream<String> readAs(String word) {
        return Stream.concat(Stream.of(word), TAIWAN.getOrDefault(word, List.of()).stream());
    }

    private record Word(int begin, int end, String mainland) {}

    /** What {@code folded} says, in the mainland's words. */
    public static String mainland(String folded) {
        List<Word> words = new ArrayList<>();
        MAINLAND.find(folded, (begin, end, mainland) -> {
            if (!words.isEmpty() && words.get(words.size() - 1).begin() == begin) {
                words.remove(words.size() - 1); // the longest comes last
            }
            words.add(new Word(begin, end, mainland));
        });
        if (words.isEmpty()) {
            return folded;
        }
        StringBuilder text = new StringBuilder(folded.length());
        int copied = 0;
        for (Word word : words) {
            if (word.begin() >= copied) {
                text.append(folded.substring(copied, word.begin())).append(word.mainland());
                copied = word.end();
            }
        }
        return text.append(folded.substring(copied)).toString();
    }
}
