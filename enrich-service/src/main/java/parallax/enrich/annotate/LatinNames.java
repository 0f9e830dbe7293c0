package parallax.enrich.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parallax.enrich.text.LatinWords;

/** Finds what is written like a name in Latin letters: words with capitals, one after the other. One pass, no backtracking. */
final class LatinNames {

    private static final String JOINERS = " of de van von der du del la ";
    private static final int MOST_WORDS = 6;
    private static final int LONGEST_TIME = 14;

    private final String text;
    private final WordLists lists;
    private final List<Name> names = new ArrayList<>();
    private final Map<String, int[]> lowerCase = new HashMap<>();

    /**
     * Something written like a name.
     *
     * @param text as written, of one form of white space
     * @param afterStop whether a sentence, line or heading begins with it, so that its first capital says nothing
     * @param label whether a turn of a dialogue is labelled with it: {@code Ann Lee (00:01:02):}
     */
    record Name(String text, int start, int end, boolean afterStop, boolean label) {

        List<String> words() {
            return List.of(text.split(" ", -1));
        }
    }

    private record Word(int start, int end) {}

    private LatinNames(String text, WordLists lists) {
        this.text = text;
        this.lists = lists;
    }

    static LatinNames in(String folded, WordLists lists) {
        LatinNames found = new LatinNames(folded, lists);
        found.scan();
        return found;
    }

    List<Name> names() {
        return names;
    }

    /** How often {@code word} stands in the text without a capital. */
    int lowerCase(String word) {
        int[] count = lowerCase.get(word.toLowerCase(Locale.ROOT));
        return count == null ? 0 : count[0];
    }

    private void scan() {
        List<Word> open = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!LatinWords.isLatin(text.charAt(i))) {
                i++;
                continue;
            }
            Word word = wordAt(i);
            i = word.end();
            boolean follows =
                    !open.isEmpty() && word.start() == last(open).end() + 1 && text.charAt(word.start() - 1) == ' ';
            if (!follows) {
                close(open);
            }
            String written = text.substring(word.start(), word.end());
            if (isName(written)) {
                open.add(word);
            } else {
                lowerCase.computeIfAbsent(written.toLowerCase(Locale.ROOT), lower -> new int[1])[0]++;
                if (!open.isEmpty() && JOINERS.contains(" " + written + " ")) {
                    open.add(word);
                } else {
                    close(open);
                }
            }
            if (text.startsWith("'s", i)) {
                i += 2;
                close(open);
            }
        }
        close(open);
    }

    private boolean isName(String written) {
        return LatinWords.hasCapital(written)
                && (Character.isUpperCase(written.charAt(0)) || written.length() >= 3)
                && !lists.isRole(written);
    }

    /** What of {@code open} is a name, without the plain words and joiners around it. */
    private void close(List<Word> open) {
        int from = 0;
        int to = open.size();
        while (from < to && (isPlain(open.get(from)) || isJoiner(open.get(from)))) {
            from++;
        }
        while (to > from && (isPlain(open.get(to - 1)) || isJoiner(open.get(to - 1)))) {
            to--;
        }
        if (from < to && to - from <= MOST_WORDS) {
            int start = open.get(from).start();
            int end = open.get(to - 1).end();
            names.add(new Name(
                    text.substring(start, end), start, end, from == 0 && afterStop(start), isLabel(start, end)));
        }
        open.clear();
    }

    private boolean isPlain(Word word) {
        return lists.isPlain(text.substring(word.start(), word.end()));
    }

    private boolean isJoiner(Word word) {
        return JOINERS.contains(" " + text.substring(word.start(), word.end()) + " ");
    }

    private Word wordAt(int start) {
        int end = start;
        while (end < text.length() && continues(end)) {
            end++;
        }
        return new Word(start, end);
    }

    private boolean continues(int at) {
        char c = text.charAt(at);
        if (LatinWords.isLatin(c)) {
            return true;
        }
        boolean inside = (c == '-' || c == '.' || c == '&' || c == '\'')
                && at + 1 < text.length()
                && LatinWords.isLatin(text.charAt(at + 1));
        boolean possessive = c == '\''
                && text.startsWith("'s", at)
                && (at + 2 == text.length() || !LatinWords.isLatin(text.charAt(at + 2)));
        return inside && !possessive;
    }

    private boolean afterStop(int start) {
        for (int i = start - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n' || ".!?:>·".indexOf(c) >= 0) {
                return true;
            }
            if (c != ' ' && c != '"' && c != '\'' && c != '*' && c != '(' && c != '[') {
                return Character.isDigit(c) || c == ']' || c == ')' || c == '-';
            }
        }
        return true;
    }

    private boolean isLabel(int start, int end) {
        if (start > 0 && text.charAt(start - 1) != '\n') {
            return false;
        }
        int at = end;
        if (text.startsWith(" (", at) && at + 2 < text.length() && Character.isDigit(text.charAt(at + 2))) {
            int limit = Math.min(text.length(), at + LONGEST_TIME);
            while (at < limit && text.charAt(at) != ')') {
                at++;
            }
            at++;
        }
        return at < text.length() && text.charAt(at) == ':';
    }

    private static Word last(List<Word> words) {
        return words.get(words.size() - 1);
    }
}
