package parallax.enrich.interview;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a part of a name sounds: its consonants in nine classes, the same for a name in English and for its Chinese transliteration.
 * In the manner of Soundex (Russell, 1918), with classes that Mandarin keeps apart.
 */
final class NameSound {

    private static final Map<Character, String> READINGS = Map.of('什', "shi", '尔', "er", '茨', "ci");

    /** How some letters are heard. */
    private record Rule(Pattern letters, String heard) {

        private Rule(String letters, String heard) {
            this(Pattern.compile(letters), heard);
        }
    }

    /** What one makes of the letters the next takes up. */
    private static final List<Rule> RULES = List.of(
            new Rule("ng(?![a-z])", "n"),
            new Rule("[^a-z]", ""),
            new Rule("sch", "X"),
            new Rule("tch|ch|sh|zh|cz|hs", "X"),
            new Rule("ts|tz", "s"),
            new Rule("ph", "f"),
            new Rule("gh", "k"),
            new Rule("th", "t"),
            new Rule("ck", "k"),
            new Rule("c(?=[eiy])", "s"),
            new Rule("g(?=[eiy])|j|x", "X"),
            new Rule("[cqg]", "k"),
            new Rule("z", "s"),
            new Rule("[vw]", "f"),
            new Rule("d", "t"),
            new Rule("b", "p"),
            new Rule("r", "l"));

    private static final Pattern SILENT_R = Pattern.compile("(?<=[a-zà-ÿ])r(?![aeiouyà-ÿ])");
    private static final Pattern VOWELS = Pattern.compile("[aeiouyh]");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

    private NameSound() {}

    /** The classes of {@code part}, a single name in either script. */
    static String of(String part) {
        return part.codePoints().anyMatch(Character::isIdeographic) ? han(part) : latin(part);
    }

    /** {@code name} in Pinyin without tones or spaces. */
    static String pinyin(String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            letters.append(reading(name.charAt(i)));
        }
        return letters.toString();
    }

    /** The same of a name in Latin letters in which an r that no vowel follows is not heard: 艾克伯 has none of Ekberg's. */
    static String withoutSilent(String part) {
        return latin(SILENT_R.matcher(part).replaceAll(""));
    }

    private static String latin(String part) {
        String w = Normalizer.normalize(part.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (Rule rule : RULES) {
            w = rule.letters().matcher(w).replaceAll(rule.heard());
        }
        String onset = !w.isEmpty() && "aeiou".indexOf(w.charAt(0)) >= 0 ? "A" : "";
        return squeeze(onset + VOWELS.matcher(w).replaceAll("").toUpperCase(Locale.ROOT));
    }

    private static String han(String part) {
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            String reading = reading(part.charAt(i));
            if (reading.equals("er")) {
                sound.append(i > 0 ? "L" : "A");
            } else if (!reading.isEmpty()) {
                String onset = onset(reading);
                sound.append(onset.isEmpty() && i == 0 && reading.charAt(0) != 'h' ? "A" : onset);
                sound.append(reading.endsWith("n") || reading.endsWith("ng") ? "N" : "");
            }
        }
        return squeeze(sound.toString());
    }

    private static String reading(char c) {
        String known = READINGS.get(c);
        if (known != null) {
            return known;
        }
        Pinyin pinyin = HanLP.convertToPinyinList(String.valueOf(c)).get(0);
        return pinyin == null || pinyin == Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone();
    }

    private static String onset(String reading) {
        if (reading.startsWith("zh") || reading.startsWith("ch") || reading.startsWith("sh")) {
            return "X";
        }
        return switch (reading.charAt(0)) {
            case 'j', 'q', 'x' -> "X";
            case 'b', 'p' -> "P";
            case 'm' -> "M";
            case 'f', 'w' -> "F";
            case 'd', 't' -> "T";
            case 'n' -> "N";
            case 'l', 'r' -> "L";
            case 'g', 'k' -> "K";
            case 'z', 'c', 's' -> "S";
            default -> "";
        };
    }

    private static String squeeze(String sound) {
        return REPEATED.matcher(sound).replaceAll("$1");
    }
}
