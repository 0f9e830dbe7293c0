package parallax.enrich.text;

import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is tried only where a match may begin. It finds what the pattern alone finds, but of most characters of a text a
 * glance is enough, where the pattern would try all its alternatives.
 */
public final class Seeker {

    private static final byte ANYWHERE = 1;
    private static final byte AT_WORD = 2;
    private static final byte AT_LINE = 4;

    private final Pattern pattern;
    private final byte[] begins = new byte[Character.MAX_VALUE + 1];
    private int first = Character.MAX_VALUE;
    private int last;

    /** Of {@code pattern}; to be told by the other methods where its matches may begin. */
    public Seeker(Pattern pattern) {
        this.pattern = pattern;
    }

    /** A match may begin with any of {@code characters}. */
    public Seeker anywhere(String characters) {
        return with(ANYWHERE, c -> characters.indexOf(c) >= 0);
    }

    /** A match may begin with any of {@code characters}. */
    public Seeker anywhere(IntPredicate characters) {
        return with(ANYWHERE, characters);
    }

    /** A match may begin with any of {@code characters}, but not after a Latin letter or digit. */
    public Seeker atWord(String characters) {
        return with(AT_WORD, c -> characters.indexOf(c) >= 0);
    }

    /** A match may begin with any of {@code characters} that stands first in a line. */
    public Seeker atLine(String characters) {
        return with(AT_LINE, c -> characters.indexOf(c) >= 0);
    }

    /** A match may begin with any of {@code characters} that stands first in a line. */
    public Seeker atLine(IntPredicate characters) {
        return with(AT_LINE, characters);
    }

    private Seeker with(byte where, IntPredicate characters) {
        for (int c = 0; c < begins.length; c++) {
            if (characters.test(c)) {
                begins[c] |= where;
                first = Math.min(first, c);
                last = Math.max(last, c);
            }
        }
        return this;
    }

    /** Whether it is in {@code text}. */
    public boolean isIn(String text) {
        return in(text).find();
    }

    /** Its matches in {@code text}. */
    public Search in(String text) {
        return new Search(text);
    }

    /** {@code text} with what {@code by} makes of each of its matches. */
    public String replaced(String text, Function<MatchResult, String> by) {
        Search search = in(text);
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        while (search.find()) {
            replaced.append(text.substring(copied, search.match().start())).append(by.apply(search.match()));
            copied = search.match().end();
        }
        return copied == 0 ? text : replaced.append(text.substring(copied)).toString();
    }

    /** The next place from {@code at} on where a match may begin; the text's length if there is none. */
    private int next(String text, int at) {
        if (first == last && begins[first] == ANYWHERE) { // the processor looks for a single character many at a time
            int found = text.indexOf(first, at);
            return found < 0 ? text.length() : found;
        }
        int next = at;
        while (next < text.length() && !mayBegin(text, next)) {
            next++;
        }
        return next;
    }

    private boolean mayBegin(String text, int at) {
        byte where = begins[text.charAt(at)];
        return where != 0
                && ((where & ANYWHERE) != 0
                        || ((where & AT_WORD) != 0 && (at == 0 || !LatinWords.isLatin(text.charAt(at - 1))))
                        || ((where & AT_LINE) != 0 && (at == 0 || endsLine(text.charAt(at - 1)))));
    }

    /** As {@code ^} has it. */
    private static boolean endsLine(char c) {
        return c <= '\r' ? c == '\n' || c == '\r' : c >= '\u0085' && (c == '\u0085' || c == '\u2028' || c == '\u2029');
    }

    /** One match after the other, as a {@link Matcher} gives them. No match is empty. */
    public final class Search {

        private final String text;
        private final Matcher matcher;
        private int next;

        private Search(String text) {
            this.text = text;
            this.matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        }

        /** Goes on to the next match; false if there is none. */
        public boolean find() {
            return find(next);
        }

        /** Goes on to the next match from {@code start} on; false if there is none. */
        public boolean find(int start) {
            for (int at = Seeker.this.next(text, start); at < text.length(); at = Seeker.this.next(text, at + 1)) {
                if (matcher.region(at, text.length()).lookingAt()) {
                    next = matcher.end();
                    return true;
                }
            }
            next = text.length();
            return false;
        }

        /** The match that was found. */
        public Matcher match() {
            return matcher;
        }
    }
}
