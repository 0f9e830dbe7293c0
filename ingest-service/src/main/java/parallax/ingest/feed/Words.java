package parallax.ingest.feed;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What is meant for a line of plain text, with the markup that feeds put there all the same. */
final class Words {

    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|q|s|small|span|strike|strong|sub|sup|table|td|th|tr|tt|u|ul)(?:\\s[^<>]*)?/?>");
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});");
    private static final Pattern PERSON_IN_BRACKETS = Pattern.compile("^[^\\s@()]+@[^\\s@()]+\\s*\\((.+)\\)$");
    private static final Pattern PERSON_BEFORE_ADDRESS =
            Pattern.compile("^(.+?)\\s*[<(][^\\s@<>()]+@[^\\s@<>()]+[>)]$");
    private static final Pattern CUT = Pattern.compile(
            "(?:\\[?(?:…|\\.\\.\\.|&hellip;)]?|(?i:read more|continue reading|weiterlesen|阅读全文|閱讀全文|继续阅读|繼續閱讀|阅读更多))\\W{0,5}$");
    private static final int LONG = 1500;

    private Words() {}

    /** One line of plain text; null if nothing is left. */
    static @Nullable String line(@Nullable String text, String what, Warnings warnings) {
        if (text == null) {
            return null;
        }
        String plain = text;
        if (MARKUP.matcher(text).find()) {
            warnings.add("html-in-" + what, "Markup in " + Warnings.quote(text) + " is taken off.");
            plain = Jsoup.parseBodyFragment(text).text();
        } else if (REFERENCE.matcher(text).find()) {
            plain = Parser.unescapeEntities(text, false);
        }
        String line = plain.replaceAll("[\\s\\p{Cntrl}\\u00A0\\uFEFF]+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    /** The person's name without his address, which is nobody's business; null if there is only an address. */
    static @Nullable String person(@Nullable String text, Warnings warnings) {
        String line = line(text, "author", warnings);
        if (line == null) {
            return null;
        }
        String name = PERSON_BEFORE_ADDRESS
                .matcher(PERSON_IN_BRACKETS.matcher(line).replaceFirst("$1"))
                .replaceFirst("$1")
                .strip();
        return name.matches("[^\\s@]+@[^\\s@]+") || name.isEmpty() ? null : name;
    }

    /** Whether a text that may be a summary seems to be all: long, or at least not cut off. */
    static boolean seemsComplete(@Nullable String html) {
        if (html == null) {
            return false;
        }
        String text = Jsoup.parseBodyFragment(html).text().strip();
        return text.length() >= LONG && !CUT.matcher(text).find();
    }

    /** The beginning of a text, for a title; null if there is no text. */
    static @Nullable String beginning(@Nullable String html) {
        String text = html == null ? "" : Jsoup.parseBodyFragment(html).text().strip();
        if (text.isEmpty()) {
            return null;
        }
        int end = Math.min(text.length(), 80);
        int blank = text.length() > 80 ? text.lastIndexOf(' ', 80) : -1;
        return text.substring(0, blank > 40 ? blank : end) + (text.length() > 80 ? "…" : "");
    }

    /** A language tag in its usual form; null if it is none. */
    static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String tidy = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
        return tidy.equals("und") ? null : tidy;
    }
}
