package parallax.enrich.annotate;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parallax.enrich.text.Table;

/** Words that Taiwan and the mainland use for one thing: read as the mainland's, a text says the same in either usage. */
final class RegionalWords {

    private static final Spellings<String> MAINLAND = new Spellings<>(
            Table.rows("regional-words.tsv", 2).stream().collect(Collectors.toMap(row -> row[0], row -> row[1])));

    private RegionalWords() {}

    private record Word(int end, String mainland) {}

    /** What {@code folded} says, in the mainland's words. */
    static String mainland(String folded) {
        TreeMap<Integer, Word> words = new TreeMap<>();
        MAINLAND.find(
                folded, (begin, end, mainland) -> words.put(begin, new Word(end, mainland))); // the longest is last
        if (words.isEmpty()) {
            return folded;
        }
        StringBuilder text = new StringBuilder(folded.length());
        int copied = 0;
        for (Map.Entry<Integer, Word> word : words.entrySet()) {
            if (word.getKey() >= copied) {
                text.append(folded, copied, word.getKey())
                        .append(word.getValue().mainland());
                copied = word.getValue().end();
            }
        }
        return text.append(folded, copied, folded.length()).toString();
    }
}
