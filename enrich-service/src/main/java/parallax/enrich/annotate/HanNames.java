package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.DottedNames;
import parallax.enrich.text.LatinWords;

/** Finds what is written like a name in Chinese characters. For folded text; one pass each, no backtracking. */
final class HanNames {

    private static final int LONGEST_WORK = 30;
    private static final int LONGEST_PAIR = 60;

    private HanNames() {}

    /** A name at a place. */
    record Name(String text, int start, int end) {}

    /** Two names that a text gives as those of one thing: 中文名（English Name） or the other way round. */
    record Pair(Name han, Name latin) {}

    /** What stands in 《》. */
    static List<Name> works(String folded) {
        List<Name> names = new ArrayList<>();
        for (int open = folded.indexOf('《'); open >= 0; open = folded.indexOf('《', open + 1)) {
            int close = near(folded, '》', open, LONGEST_WORK);
            if (close > open + 1) {
                names.add(new Name(folded.substring(open + 1, close), open + 1, close));
            }
        }
        return names;
    }

    /** Names side by side, one of them in brackets. A bracket that explains a term has more in it than a name. */
    static List<Pair> pairs(String folded) {
        List<Pair> pairs = new ArrayList<>();
        for (int open = folded.indexOf('('); open > 0; open = folded.indexOf('(', open + 1)) {
            int close = near(folded, ')', open, LONGEST_PAIR);
            if (close > open + 1) {
                Name outside = outside(folded, folded.charAt(open - 1) == ' ' ? open - 1 : open);
                Name inside = new Name(folded.substring(open + 1, close), open + 1, close);
                if (outside != null && isHan(outside.text()) && isLatin(inside.text())) {
                    pairs.add(new Pair(outside, inside));
                } else if (outside != null && isHan(inside.text()) && isLatin(outside.text())) {
                    pairs.add(new Pair(inside, outside));
                }
            }
        }
        return pairs;
    }

    /** Where {@code wanted} stands after {@code from}, if it does within {@code most} characters; else -1. */
    private static int near(String text, char wanted, int from, int most) {
        for (int at = from + 1; at <= Math.min(text.length() - 1, from + most); at++) {
            if (text.charAt(at) == wanted) {
                return at;
            }
        }
        return -1;
    }

    private static @Nullable Name outside(String folded, int end) {
        int start = end;
        boolean latin = end > 0 && LatinWords.isLatin(folded.charAt(end - 1));
        while (start > 0
                && end - start < 40
                && (latin ? latinOrSpace(folded.charAt(start - 1)) : named(folded.charAt(start - 1)))) {
            start--;
        }
        while (latin && start < end && !Character.isUpperCase(folded.charAt(start))) {
            start++;
        }
        return start < end ? new Name(folded.substring(start, end), start, end) : null;
    }

    private static boolean named(char c) {
        return c == '·' || DottedNames.has(c);
    }

    private static boolean latinOrSpace(char c) {
        return LatinWords.isLatin(c) || c == ' ' || c == '.' || c == '\'' || c == '-';
    }

    private static boolean isHan(String text) {
        return text.length() >= 2 && text.chars().allMatch(c -> named((char) c)) && !text.startsWith("·");
    }

    private static boolean isLatin(String text) {
        return Character.isUpperCase(text.charAt(0))
                && text.chars().allMatch(c -> latinOrSpace((char) c))
                && text.chars().anyMatch(Character::isLowerCase)
                && text.indexOf(' ') > 0;
    }
}
