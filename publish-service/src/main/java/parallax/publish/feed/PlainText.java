package parallax.publish.feed;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of text that every reader shows alike. RSS leaves open whether a title is text or HTML: what reads as markup would be
 * shown by one reader and obeyed by the other, so none is left.
 */
final class PlainText {

    private static final Pattern FORMATTING = Pattern.compile(
            "</?(a|abbr|b|big|br|code|em|font|i|mark|p|s|small|span|strong|strike|sub|sup|tt|u|wbr)(\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<(?=[/!?A-Za-z])([^<>]*)>?");
    private static final Pattern ENTITY =
            Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#39|#34|#x27);", Pattern.CASE_INSENSITIVE);
    /** Some names mean a character even without their semicolon. */
    private static final Pattern LIKE_AN_ENTITY =
            Pattern.compile("&(?=#\\w|\\w+;|(amp|lt|gt|quot|nbsp|cent|copy|deg|divide|eth|micro"
                    + "|middot|not|para|pound|reg|sect|shy|szlig|thorn|times|uml|yen)\\b)");

    private PlainText() {}

    /** {@code text} without markup; what only looks like it keeps its letters. */
    static String of(String text) {
        String decoded = ENTITY.matcher(XmlText.clean(text)).replaceAll(PlainText::decoded);
        String bare = FORMATTING.matcher(decoded).replaceAll("");
        String harmless = TAG.matcher(bare).replaceAll(tag -> Matcher.quoteReplacement("‹" + tag.group(1) + "›"));
        return LIKE_AN_ENTITY.matcher(harmless).replaceAll("＆");
    }

    private static String decoded(MatchResult entity) {
        return Matcher.quoteReplacement(
                switch (entity.group(1).toLowerCase(Locale.ROOT)) {
                    case "amp" -> "&";
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "quot", "#34" -> "\"";
                    case "nbsp" -> " ";
                    default -> "'";
                });
    }
}
