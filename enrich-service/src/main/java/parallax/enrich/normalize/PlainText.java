package parallax.enrich.normalize;

import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Takes Markdown's marks off, so that words stand as a reader sees them. */
final class PlainText {

    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)");
    private static final Pattern BARE_LINK = Pattern.compile("<(?:https?|mailto):[^>\\s]*>|https?://\\S+");
    private static final Pattern TAGS = Pattern.compile("</?[A-Za-z][^<>\\n]{0,300}>");
    private static final Pattern MARKS = Pattern.compile(
            "\\*\\*|__|`+|(?m:^[ \\t]*(?:#{1,6}[ \\t]+|>[ \\t]?|[-*+][ \\t]+|-{3,}[ \\t]*$))|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])");

    private PlainText() {}

    static TracedText of(TracedText markdown) {
        return markdown.remove(IMAGE)
                .keepGroup(LINK, 1)
                .remove(BARE_LINK)
                .remove(TAGS)
                .remove(MARKS);
    }
}
