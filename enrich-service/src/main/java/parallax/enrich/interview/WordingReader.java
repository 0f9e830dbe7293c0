package parallax.enrich.interview;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.enrich.text.LatinToken;
import parallax.enrich.text.RegionalWords;
import parallax.enrich.text.WordList;

/** Reads the words of a text. */
final class WordingReader {

    private static final int PHRASE_ENGLISH = 300;
    private static final int LATIN_PHRASE = 4;
    private static final int HAN_PHRASE = 8;

    /** 31 to the power of {@link #HAN_PHRASE}: what a character weighs in a hash when it leaves it. */
    private static final int LEAVING = (int) (31L * 31 * 31 * 31 * 31 * 31 * 31 * 31);

    private static final char FIRST_IDEOGRAPH = '\u2e80';
    private static final int MOST_PHRASES = 20_000;

    private final Segment segment =
            HanLP.newSegment().enableNameRecognize(false).enableTranslatedNameRecognize(false);

    /** How often a word stands, and how. */
    private static final class Tally {
        private final String word;
        private final int rank;
        private final int hash;
        private int marked;
        private int opening;
        private int plain;
        private long starts;

        private Tally(String word) {
            this.word = word;
            this.rank = WordList.COMMON_ENGLISH.rank(word, Integer.MAX_VALUE);
            this.hash = mix(word.hashCode());
        }

        private boolean tells() {
            return rank >= Rarity.COMMON_ENGLISH;
        }
    }

    Wording read(String folded, List<LatinToken> tokens, boolean chinese) {
        Map<String, Tally> tallies = new HashMap<>(tokens.size());
        Tally[] words = new Tally[tokens.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tallies.computeIfAbsent(tokens.get(i).word().toLowerCase(Locale.ROOT), Tally::new);
        }
        count(tokens, words, chinese);
        String common = chinese ? RegionalWords.mainland(folded) : folded;
        return new Wording(
                latin(tallies.values(), chinese, folded.length()),
                han(common),
                latinPhrases(tokens, words),
                hanPhrases(common));
    }

    private static void count(List<LatinToken> tokens, Tally[] words, boolean chinese) {
        for (int i = 0; i < words.length; i++) {
            Tally tally = words[i];
            if (!tally.tells()) {
                continue;
            }
            tally.starts += tokens.get(i).start();
            if (!tokens.get(i).marked()) {
                tally.plain++;
            } else if (tokens.get(i).opens() && !chinese) {
                tally.opening++;
            } else {
                tally.marked++;
            }
        }
    }

    private static Map<String, Wording.Term> latin(Collection<Tally> tallies, boolean chinese, int length) {
        List<Weighed> terms = new ArrayList<>();
        for (Tally tally : tallies) {
            if (!tally.tells()) {
                continue;
            }
            int marked = tally.marked == 0 ? 0 : tally.marked + tally.opening;
            boolean alwaysOpens = tally.opening > 1 && marked + tally.plain == 0 && tally.rank == Integer.MAX_VALUE;
            boolean name = chinese || alwaysOpens || (marked > 0 && tally.plain < Math.max(1, marked * 0.5));
            int count = tally.marked + tally.opening + tally.plain;
            Wording.Term term = new Wording.Term(count, place(tally.starts, count, length), name);
            terms.add(new Weighed(tally.word, term, telling(Rarity.latin(tally.word), count)));
        }
        return ordered(terms);
    }

    /** How often a word of Chinese stands, and where. */
    private static final class Count {
        private int count;
        private long starts;
    }

    private Map<String, Wording.Term> han(String folded) {
        Map<String, Count> counts = new HashMap<>();
        for (HanPassages.Passage passage : HanPassages.of(folded)) {
            int start = passage.start();
            for (Term term : segment.seg(passage.text())) {
                if (term.word.length() >= 2 && Character.isIdeographic(term.word.charAt(0))) {
                    Count count = counts.computeIfAbsent(term.word, word -> new Count());
                    count.count++;
                    count.starts += start;
                }
                start += term.word.length();
            }
        }
        List<Weighed> words = new ArrayList<>();
        counts.forEach((word, count) -> {
            int frequency = Rarity.frequency(word);
            if (frequency < Rarity.COMMON_CHINESE) {
                int place = place(count.starts, count.count, folded.length());
                Wording.Term term = new Wording.Term(count.count, place, false);
                words.add(new Weighed(word, term, telling(Rarity.han(frequency), count.count)));
            }
        });
        return ordered(words);
    }

    private static int place(long starts, int count, int length) {
        return (int) (1000 * starts / count / length);
    }

    private static double telling(double rarity, int count) {
        return rarity * Math.log1p(count);
    }

    private record Weighed(String word, Wording.Term term, double weight) {}

    /** The most telling first; of equals the first in the alphabet. */
    private static Map<String, Wording.Term> ordered(List<Weighed> words) {
        words.sort(Comparator.comparingDouble((Weighed word) -> -word.weight()).thenComparing(Weighed::word));
        Map<String, Wording.Term> ordered = new LinkedHashMap<>();
        words.forEach(word -> ordered.put(word.word(), word.term()));
        return ordered;
    }

    private static Phrases latinPhrases(List<LatinToken> tokens, Tally[] words) {
        int[] hashes = new int[Math.min(words.length, MOST_PHRASES)];
        int taken = 0;
        int run = 0;
        for (int end = 0; end < words.length && end < MOST_PHRASES + LATIN_PHRASE - 1; end++) {
            run = end > 0 && tokens.get(end).follows(tokens.get(end - 1)) ? run + 1 : 1;
            if (run < LATIN_PHRASE) {
                continue;
            }
            int hash = 17;
            int telling = 0;
            for (int i = end + 1 - LATIN_PHRASE; i <= end; i++) {
                telling += words[i].rank >= PHRASE_ENGLISH ? 1 : 0;
                hash = 31 * hash + words[i].hash;
            }
            if (telling >= 2) {
                hashes[taken++] = mix(hash);
            }
        }
        return Phrases.of(Arrays.stream(hashes, 0, taken));
    }

    private static Phrases hanPhrases(String folded) {
        int[] hashes = new int[Math.min(folded.length(), MOST_PHRASES)];
        int run = 0;
        int rolling = 0; // the hash of the last characters of the run, as String has it
        int taken = 0;
        for (int i = 0; i < folded.length() && taken < MOST_PHRASES; i++) {
            char c = folded.charAt(i);
            if (c < FIRST_IDEOGRAPH || !Character.isIdeographic(c)) {
                run = 0;
                rolling = 0;
                continue;
            }
            run++;
            rolling = 31 * rolling + c - (run > HAN_PHRASE ? LEAVING * folded.charAt(i - HAN_PHRASE) : 0);
            if (run >= HAN_PHRASE) {
                int hash = mix(rolling);
                if ((hash & 1) == 0) {
                    hashes[taken++] = hash;
                }
            }
        }
        return Phrases.of(Arrays.stream(hashes, 0, taken));
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
