package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;

/**
 * Takes the furniture of a web page out of Markdown that was scraped with its HTML: menus, buttons, players. Prose that a page
 * keeps in attributes, as the original of a translated quotation, is what was said and is kept as such.
 */
final class Markup {

    /** A tag, with whatever its quoted attributes hold. */
    static final Seeker TAG = new Seeker(Pattern.compile(
                    "</?[A-Za-z](?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+'){0,200}+>|<!--.*?-->", Pattern.DOTALL))
            .anywhere("<");

    private static final Seeker CODE_OR_FURNITURE = new Seeker(Pattern.compile(
                    "(```|`)|<(nav|header|footer|aside|button|form|select|audio|video|svg|script|style|noscript|template|iframe)\\b",
                    Pattern.CASE_INSENSITIVE))
            .anywhere("`<");
    private static final Pattern PROSE =
            Pattern.compile("\\s(?:data-[\\w-]+|title|alt|aria-label)=\"([^\"<>]{30,2000})\"");
    private static final int FEWEST_WORDS = 5;
    private static final List<String> LINES = List.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "tr",
            "td",
            "th",
            "table",
            "section",
            "article",
            "blockquote",
            "main");

    private Markup() {}

    static Reading read(Reading reading) {
        if (reading.text().toString().indexOf('<') < 0) {
            return reading;
        }
        Reading read = reading;
        for (MatchResult prose :
                PROSE.matcher(reading.text().toString()).results().toList()) {
            TracedText words = reading.text().subSequence(prose.start(1), prose.end(1));
            if (words.toString().split(" ").length >= FEWEST_WORDS) {
                read = read.with(Field.QUOTE, words);
            }
        }
        return read.withText(reading.text().without(furniture(reading.text().toString())));
    }

    /** Elements with all that is in them; code is passed over. An element without an end is left alone. */
    private static List<Place> furniture(String text) {
        List<Place> found = new ArrayList<>();
        Set<String> endless = new HashSet<>();
        Seeker.Search search = CODE_OR_FURNITURE.in(text);
        Matcher next = search.match();
        int at = 0;
        while (search.find(at)) {
            String closing =
                    next.group(1) != null ? next.group(1) : "</" + next.group(2).toLowerCase(Locale.ROOT);
            int close = endless.contains(closing) ? -1 : indexOf(text, closing, next.end());
            at = next.end();
            if (close < 0) {
                endless.add(closing);
            } else if (next.group(1) != null) {
                at = close + closing.length();
            } else {
                int end = text.indexOf('>', close);
                at = end < 0 ? text.length() : end + 1;
                found.add(new Place(next.start(), at));
            }
        }
        return found;
    }

    private static int indexOf(String text, String word, int from) {
        for (int at = text.indexOf(word.charAt(0), from); at >= 0; at = text.indexOf(word.charAt(0), at + 1)) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Whether a reader sees a new line where {@code tag} stands. */
    static boolean endsLine(String tag) {
        int end = tag.startsWith("</") ? 2 : 1;
        int start = end;
        while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
            end++;
        }
        return LINES.contains(tag.substring(start, end).toLowerCase(Locale.ROOT));
    }
}
