package parallax.enrich.interview;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.LatinWords;

/**
 * A number written in English words: {@code forty-one}, {@code two hundred and twelve}, {@code three million}.
 *
 * @param value what it stands for
 * @param end offset after its last word
 */
record SpelledNumber(double value, int end) {

    /** What the first word of such a number begins with. */
    static final String INITIALS = "zotfsenZOTFSEN";

    private static final String SMALL =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen";
    private static final String TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety";
    private static final Map<String, Double> VALUES = Stream.concat(values(SMALL, 1), values(TENS, 10))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    private static final Map<String, Double> SCALES =
            Map.of("hundred", 100.0, "thousand", 1e3, "million", 1e6, "billion", 1e9, "trillion", 1e12);

    /** The first three letters of those words, five bits each: a quick look before a word is cut out. */
    private static final BitSet BEGINNINGS = new BitSet();

    static {
        VALUES.keySet().forEach(word -> BEGINNINGS.set(beginning(word, 0)));
    }

    private static final int LONGEST_WORD = 9;

    private static Stream<Map.Entry<String, Double>> values(String words, int step) {
        List<String> all = List.of(words.split(" ", -1));
        return IntStream.range(0, all.size())
                .filter(i -> !all.get(i).equals("-"))
                .mapToObj(i -> Map.entry(all.get(i), (double) i * step));
    }

    /** The number whose first word begins at {@code start}; null if none does. */
    static @Nullable SpelledNumber at(String text, int start) {
        if (text.charAt(start) > 'z'
                || start + 3 > text.length()
                || (start > 0 && continuesWord(text.charAt(start - 1)))
                || !BEGINNINGS.get(beginning(text, start))) {
            return null;
        }
        double total = 0;
        double part = 0;
        int end = -1;
        int at = start;
        while (at < text.length()) {
            int wordEnd = wordEnd(text, at);
            String word = text.substring(at, wordEnd).toLowerCase(Locale.ROOT);
            Double value = VALUES.get(word);
            Double scale = SCALES.get(word);
            boolean fits = value != null ? part % (value < 10 ? 10 : 100) == 0 && part >= 0 : scale != null && end > 0;
            boolean joins = word.equals("and") && end > 0 && part >= 100;
            if (!fits && !joins) {
                break;
            }
            if (value != null) {
                part += value;
            } else if (scale != null && scale == 100) {
                part = Math.max(1, part) * 100;
            } else if (scale != null) {
                total += Math.max(1, part) * scale;
                part = 0;
            }
            end = joins ? end : wordEnd;
            boolean goesOn = wordEnd < text.length() && (text.charAt(wordEnd) == ' ' || text.charAt(wordEnd) == '-');
            if (!goesOn) {
                break;
            }
            at = wordEnd + 1;
        }
        return end < 0 ? null : new SpelledNumber(total + part, end);
    }

    private static boolean continuesWord(char before) {
        return LatinWords.isLatin(before) || before == '-' || Character.isLetterOrDigit(before);
    }

    /** Capitals and small letters have the same last five bits. */
    private static int beginning(String text, int at) {
        return (text.charAt(at) & 31) << 10 | (text.charAt(at + 1) & 31) << 5 | (text.charAt(at + 2) & 31);
    }

    /** Where the word ends, or what is longer than any that is looked for is cut. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && end - start <= LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
