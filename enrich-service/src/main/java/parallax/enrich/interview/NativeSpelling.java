package parallax.enrich.interview;

import java.util.List;
import java.util.function.Consumer;

/** Chinese, Korean and Japanese names in Chinese characters held against their spellings in Latin letters, the surname first or last. */
final class NativeSpelling {

    private static final double IN_PINYIN = 0.95;

    /** As it is spelled in Taiwan, say: the surname is right, and the given name sounds so. */
    private static final double ELSEWHERE = 0.85;

    /** There are so many of these that hardly two guests share one. */
    private static final double SURNAME_OF_TWO = 0.8;

    private NativeSpelling() {}

    /** How likely {@code whole}, the parts of a name in Latin letters, is the name {@code single}: 0 to 1. */
    static double of(String single, List<String> whole) {
        return spelled(single, whole) ? IN_PINYIN : spelledElsewhere(single, whole);
    }

    /** Gives {@code take} what the parts of a name share with its spellings in other places: the surname, and how a Chinese given name sounds. */
    static void origins(List<String> parts, Consumer<String> take) {
        if (parts.size() == 1 && NameLikeness.isHan(parts.get(0))) {
            String surname = Surnames.startOf(parts.get(0));
            take.accept(byOrigin(surname, NameLikeness.sound(parts.get(0).substring(surname.length()))));
        } else if (parts.size() > 1 && !NameLikeness.isHan(parts.get(0))) {
            int end = parts.size() - 1;
            String given = String.join("-", parts.subList(1, parts.size()));
            Surnames.spelled(parts.get(0))
                    .forEach(surname -> take.accept(byOrigin(surname, NameLikeness.sound(given))));
            String first = String.join("-", parts.subList(0, end));
            Surnames.spelled(parts.get(end))
                    .forEach(surname -> take.accept(byOrigin(surname, NameLikeness.sound(first))));
        }
    }

    private static String byOrigin(String surname, String given) {
        return surname.length() > 1 ? surname : surname + " " + given;
    }

    /** How likely {@code whole} is the name {@code single} as it is spelled in Taiwan, in Korea, in Japan: the surname first or last. */
    private static double spelledElsewhere(String single, List<String> whole) {
        String surname = Surnames.startOf(single);
        String given = single.substring(surname.length());
        if (surname.isEmpty()) {
            return 0;
        }
        int last = whole.size() - 1;
        double best = 0;
        if (Surnames.isSpelled(surname, whole.get(0))) {
            best = spelledGiven(surname, given, String.join("-", whole.subList(1, whole.size())));
        }
        if (Surnames.isSpelled(surname, whole.get(last))) {
            best = Math.max(best, spelledGiven(surname, given, String.join("-", whole.subList(0, last))));
        }
        return best;
    }

    /** A Japanese given name sounds as nothing in Chinese does, a Korean one a little so. */
    private static double spelledGiven(String surname, String given, String latin) {
        if (given.isEmpty()) {
            return NameLikeness.SURNAME_ALONE;
        }
        if (surname.length() > 1) {
            return SURNAME_OF_TWO;
        }
        double sound = NameLikeness.ratio(NameLikeness.sound(given), NameLikeness.sound(latin));
        return sound >= 0.99 ? ELSEWHERE : sound >= 0.5 ? NameLikeness.SURNAME_ALONE : 0;
    }

    /** Whether {@code whole} is the Chinese name {@code single} in Pinyin, the surname first or last. */
    private static boolean spelled(String single, List<String> whole) {
        if (single.length() < 2 || single.length() > 4) {
            return false;
        }
        String surname = NameSound.pinyin(single.substring(0, 1));
        String given = NameSound.pinyin(single.substring(1));
        String latin = String.join("", whole).replace("-", "");
        return latin.equals(surname + given) || latin.equals(given + surname);
    }
}
