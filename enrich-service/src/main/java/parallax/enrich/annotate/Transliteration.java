package parallax.enrich.annotate;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Foreign names written by sound in Chinese characters. */
final class Transliteration {

    private static final double ALIKE = 0.75;
    private static final int SHORTEST = 4;

    private Transliteration() {}

    /** Whether {@code chinese} sounds like {@code latin}: their consonants, voiced and unvoiced as one, are mostly the same in order. */
    static boolean alike(String latin, String chinese) {
        String one = skeleton(latin);
        String other = skeleton(pinyin(chinese));
        return one.length() >= SHORTEST
                && other.length() >= SHORTEST
                && one.charAt(0) == other.charAt(0)
                && 2.0 * common(one, other) / (one.length() + other.length()) >= ALIKE;
    }

    private static String pinyin(String chinese) {
        List<String> syllables = new ArrayList<>();
        for (Pinyin syllable : HanLP.convertToPinyinList(chinese)) {
            String sound = syllable.getPinyinWithoutTone();
            syllables.add(sound.equals("er") ? "l" : sound.equals("none") ? " " : sound);
        }
        return String.join("", syllables);
    }

    private static String skeleton(String name) {
        String sounds = name.toLowerCase(Locale.ROOT)
                .replace("sh", "s")
                .replace("ch", "s")
                .replace("zh", "s")
                .replace("ph", "f")
                .replace("th", "t")
                .replace("ck", "k")
                .replace("ng", "n")
                .replaceAll("c(?=[ei])", "s");
        StringBuilder skeleton = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sound(sounds.charAt(i));
            if (sound != 0 && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != sound)) {
                skeleton.append(sound);
            }
        }
        return skeleton.toString();
    }

    private static char sound(char c) {
        return switch (c) {
            case 'b', 'p' -> 'P';
            case 'f', 'v' -> 'F';
            case 'w' -> 'W';
            case 'm' -> 'M';
            case 'n' -> 'N';
            case 'l', 'r' -> 'L';
            case 'd', 't' -> 'T';
            case 'g', 'k', 'c', 'h' -> 'K';
            case 'j', 'q', 's', 'x', 'z' -> 'S';
            default -> 0;
        };
    }

    /** Length of the longest common subsequence. */
    private static int common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < b.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
