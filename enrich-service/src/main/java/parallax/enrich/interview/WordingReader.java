package parallax.enrich.interview;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.WordList;

/** Reads the words of a text. */
final class WordingReader {

    /** Words this common are in every text. */
    static final int COMMON_ENGLISH = 2500;

    private static final int COMMON_CHINESE = 3000;
    private static final int PHRASE_ENGLISH = 300;
    private static final int LATIN_PHRASE = 4;
    private static final int HAN_PHRASE = 8;
    private static final int MOST_PHRASES = 20_000;

    private final Segment segment = HanLP.newSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enableOffset(true);

    /** How often a word stands, and how. */
    private static final class Tally {
        private int marked;
        private int opening;
        private int plain;
    }

    Wording read(String folded, List<LatinToken> tokens, boolean chinese) {
        return new Wording(latin(tokens, chinese), han(folded), latinPhrases(tokens), hanPhrases(folded));
    }

    private static Map<String, Wording.Term> latin(List<LatinToken> tokens, boolean chinese) {
        Map<String, Tally> tallies = new HashMap<>();
        for (LatinToken token : tokens) {
            String word = token.word().toLowerCase(Locale.ROOT);
            if (WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE) < COMMON_ENGLISH) {
                continue;
            }
            Tally tally = tallies.computeIfAbsent(word, w -> new Tally());
            if (!token.marked()) {
                tally.plain++;
            } else if (token.opens() && !chinese) {
                tally.opening++;
            } else {
                tally.marked++;
            }
        }
        Map<String, Wording.Term> terms = new TreeMap<>();
        tallies.forEach((word, tally) -> {
            int marked = tally.marked == 0 ? 0 : tally.marked + tally.opening;
            boolean name = chinese || (marked > 0 && tally.plain < Math.max(1, marked * 0.5));
            terms.put(word, new Wording.Term(tally.marked + tally.opening + tally.plain, name));
        });
        return ordered(terms, (word, term) -> telling(Rarity.latin(word), term.count()));
    }

    private Map<String, Integer> han(String folded) {
        if (folded.chars().noneMatch(Character::isIdeographic)) {
            return Map.of();
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Term term : segment.seg(folded)) {
            if (term.word.length() >= 2 && Character.isIdeographic(term.word.charAt(0))) {
                CoreDictionary.Attribute known = CoreDictionary.get(term.word);
                if (known == null || known.totalFrequency < COMMON_CHINESE) {
                    counts.merge(term.word, 1, Integer::sum);
                }
            }
        }
        return ordered(counts, (word, count) -> telling(Rarity.han(word), count));
    }

    private static double telling(double rarity, int count) {
        return rarity * Math.log1p(count);
    }

    /** The most telling first; of equals the first in the alphabet. */
    private static <T> Map<String, T> ordered(Map<String, T> words, ToDoubleBiFunction<String, T> telling) {
        Map<String, T> ordered = new LinkedHashMap<>();
        words.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, T> word) -> -telling.applyAsDouble(word.getKey(), word.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(word -> ordered.put(word.getKey(), word.getValue()));
        return ordered;
    }

    private static Phrases latinPhrases(List<LatinToken> tokens) {
        IntStream.Builder hashes = IntStream.builder();
        for (int i = 0; i + LATIN_PHRASE <= tokens.size() && i < MOST_PHRASES; i++) {
            int hash = 17;
            int telling = 0;
            boolean run = true;
            for (int k = 0; k < LATIN_PHRASE && run; k++) {
                LatinToken token = tokens.get(i + k);
                run = k == 0 || token.start() - tokens.get(i + k - 1).end() <= 6;
                String word = token.word().toLowerCase(Locale.ROOT);
                telling += WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE) >= PHRASE_ENGLISH ? 1 : 0;
                hash = 31 * hash + mix(word.hashCode());
            }
            if (run && telling >= 2) {
                hashes.add(mix(hash));
            }
        }
        return Phrases.of(hashes.build());
    }

    private static Phrases hanPhrases(String folded) {
        IntStream.Builder hashes = IntStream.builder();
        int run = 0;
        int taken = 0;
        for (int i = 0; i < folded.length() && taken < MOST_PHRASES; i++) {
            run = Character.isIdeographic(folded.charAt(i)) ? run + 1 : 0;
            if (run >= HAN_PHRASE) {
                int hash = mix(folded.substring(i + 1 - HAN_PHRASE, i + 1).hashCode());
                if ((hash & 1) == 0) {
                    hashes.add(hash);
                    taken++;
                }
            }
        }
        return Phrases.of(hashes.build());
    }

    /** The finalizer of MurmurHash3 (Appleby, 2008). */
    static int mix(int hash) {
        int h = hash ^ (hash >>> 16);
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
