package parallax.enrich.interview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import parallax.enrich.text.Folding;

/** How likely two names are one person's: written alike, sounding alike across scripts, or one a part of the other. */
public final class NameLikeness {

    /** Two names at least this alike are taken for one. */
    public static final double SAME = 0.75;

    /** For names that are one's if his surname tells. */
    static final double SURNAME_ALONE = 0.6;

    private static final double UNLIKE = 0.5;
    private static final double SHORT_FORM = 0.85;
    private static final int SHORTEST_SURNAME = 3;

    private static final Set<String> PARTICLES = Set.of("de", "van", "von", "der", "la", "bin", "al", "el", "dr");
    private static final int SHORTEST_OWN = 2;
    private static final int LONGEST_OWN = 3;
    private static final int MOST_REMEMBERED = 20_000;
    private static final Pattern HONORIFIC = Pattern.compile("(?<=\\p{IsHan})(?:小姐|先生|女士|老师|教授|博士|医生|大夫)\\z");
    private static final Pattern SEPARATORS = Pattern.compile("[ ·]+");
    private static final Cache<String, List<String>> PARTS =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private static final Cache<String, String> SOUNDS =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private NameLikeness() {}

    /** From 0 for different to 1 for equal. Names in lower case, simplified characters, parts set off by spaces or middle dots. */
    public static double of(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        List<String> a = parts(one);
        List<String> b = parts(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.size() == 1 || b.size() == 1) {
            return partOf(a, b);
        }
        double first = Math.max(alike(a.get(0), b.get(0)), shortForm(a.get(0), b.get(0)));
        if (first < UNLIKE) {
            return 0;
        }
        double last = alike(a.get(a.size() - 1), b.get(b.size() - 1));
        double least = Math.min(first, last);
        return least < UNLIKE ? 0 : 0.6 * (first + last) / 2 + 0.4 * least;
    }

    /** Whether two whole names have nothing in common, by their first and last parts. Names as {@link #of} wants them. */
    public static boolean apart(String one, String other) {
        List<String> a = parts(one);
        List<String> b = parts(other);
        return a.size() > 1
                && b.size() > 1
                && alike(a.get(0), b.get(0)) < UNLIKE
                && alike(a.get(a.size() - 1), b.get(b.size() - 1)) < UNLIKE;
    }

    /** The same of two names whose parts are written together, of which only the first may be in Chinese characters. */
    public static double ofParts(String one, String other) {
        return isHan(one) && NameSound.pinyin(one).equals(other) ? 1 : alike(one, other);
    }

    /** How {@code name} sounds, part by part: equal for most names that are alike. */
    public static String sounds(String name) {
        String key = Folding.fold(name).toLowerCase(Locale.ROOT);
        List<String> parts = parts(key);
        return parts.size() < 2 ? key : sound(parts.get(0)) + "-" + sound(parts.get(parts.size() - 1));
    }

    /**
     * How a Chinese name is spelled in Pinyin, the same whether the surname stands first or last: of 林若衡, Lin Ruoheng and Ruoheng Lin. Empty
     * for what is none.
     */
    public static Optional<String> spelled(String name) {
        String key = Folding.fold(name).toLowerCase(Locale.ROOT);
        List<String> parts = parts(key);
        if (parts.size() == 1 && isHan(key) && key.length() >= SHORTEST_OWN && key.length() <= LONGEST_OWN) {
            return Optional.of(sorted(NameSound.pinyin(key.substring(0, 1)), NameSound.pinyin(key.substring(1))));
        }
        return parts.size() == 2
                        && !isHan(parts.get(0))
                        && parts.stream()
                                .anyMatch(part -> !Surnames.spelled(part).isEmpty())
                ? Optional.of(sorted(parts.get(0).replace("-", ""), parts.get(1).replace("-", "")))
                : Optional.empty();
    }

    private static String sorted(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
    }

    /**
     * The same less exactly, in one way or several: one is equal also for names that are misspelled or misheard in their last part, and for
     * a Chinese name as it is spelled in Taiwan or a Japanese one.
     */
    public static Set<String> roughly(String name) {
        String sounds = sounds(name);
        int last = sounds.indexOf('-');
        Set<String> ways = new TreeSet<>();
        ways.add(last < 0 ? sounds : sounds.substring(0, Math.min(sounds.length(), last + 2)));
        List<String> parts = parts(Folding.fold(name).toLowerCase(Locale.ROOT));
        NativeSpelling.origins(parts, ways::add);
        return ways;
    }

    /** The parts of a name that tell: without initials and particles. */
    public static List<String> parts(String name) {
        return PARTS.get(name, key -> SEPARATORS
                .splitAsStream(HONORIFIC.matcher(key).replaceFirst(""))
                .filter(part -> !isInitial(part) && !PARTICLES.contains(part))
                .toList());
    }

    private static boolean isInitial(String part) {
        return part.isEmpty()
                || (part.charAt(0) < 0x250 && (part.length() == 1 || (part.length() == 2 && part.charAt(1) == '.')));
    }

    private static double partOf(List<String> a, List<String> b) {
        if (a.size() == b.size()) {
            String some = a.get(0);
            String other = b.get(0);
            return alike(some, other) >= 0.95
                    ? 0.8
                    : isSurnameOf(some, other) || isSurnameOf(other, some) ? SURNAME_ALONE : 0;
        }
        String single = a.size() == 1 ? a.get(0) : b.get(0);
        List<String> whole = a.size() == 1 ? b : a;
        if (isHan(single) && !isHan(whole.get(0))) {
            return Math.max(NativeSpelling.of(single, whole), bySurname(single, whole));
        }
        return whole.stream().anyMatch(part -> alike(single, part) >= 0.95) ? 0.6 : 0;
    }

    private static boolean isSurnameOf(String surname, String whole) {
        return whole.length() > surname.length()
                && whole.startsWith(surname)
                && Surnames.startOf(whole).equals(surname);
    }

    /** A foreigner's surname alone, by its sound. */
    private static double bySurname(String single, List<String> whole) {
        return single.length() >= SHORTEST_SURNAME && alike(single, whole.get(whole.size() - 1)) >= SAME
                ? SURNAME_ALONE
                : 0;
    }

    /** Seun for Oluwaseun, Tom for Thomas and the like: what is left of a given name where its end or its beginning is. */
    private static double shortForm(String a, String b) {
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        return shorter.length() >= SHORTEST_SURNAME
                        && !isHan(shorter)
                        && (longer.startsWith(shorter) || longer.endsWith(shorter))
                ? SHORT_FORM
                : 0;
    }

    private static double alike(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean hanA = isHan(a);
        boolean hanB = isHan(b);
        if (hanA != hanB && Surnames.isSpelled(hanA ? a : b, hanA ? b : a)) {
            return 1;
        }
        String soundA = sound(a);
        String soundB = sound(b);
        double sound = ratio(soundA, soundB);
        if (hanA != hanB) {
            String heard = SOUNDS.get("-" + (hanA ? b : a), latin -> NameSound.withoutSilent(latin.substring(1)));
            sound = Math.max(sound, ratio(hanA ? soundA : heard, hanA ? heard : soundB));
            int shorter = Math.min(soundA.length(), soundB.length());
            return sound * (shorter >= 3 ? 0.95 : shorter == 2 ? 0.85 : 0.6);
        }
        double written = ratio(a, b);
        return hanA
                ? Math.max(soundA.length() > 1 ? sound * 0.95 : 0, written)
                : Math.max(written, 0.5 * written + 0.5 * sound);
    }

    /** How a single part of a name sounds, the same in either script as far as it goes. */
    public static String sound(String part) {
        return SOUNDS.get(part, NameSound::of);
    }

    static boolean isHan(String part) {
        return Character.isIdeographic(part.codePointAt(0));
    }

    /** One minus the edit distance (Levenshtein, 1966) over the longer length. */
    static double ratio(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        if (longer == 0) {
            return 0;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return 1 - row[b.length()] / (double) longer;
    }
}
