package parallax.enrich.normalize;

import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;

/** Takes Markdown's marks off, so that words stand as a reader sees them. */
final class PlainText {

    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]\\n]{0,300}\\]\\([^)\\n]{0,2000}\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,2000}\\)");
    private static final Pattern BARE_LINK = Pattern.compile("<(?:https?|mailto):[^>\\s]*>|https?://\\S+");
    private static final Pattern WIKI_LINK =
            Pattern.compile("\\[\\[(?:[^\\]|\\n]{0,200}\\|)?([^\\]|\\n]{0,200})\\]\\]");
    private static final Pattern MARKS = Pattern.compile(
            "\\*\\*|__|`+|(?m:^[ \\t]*(?:#{1,6}[ \\t]+|>[ \\t]?|[-*+][ \\t]+|-{3,}[ \\t]*$))|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])");

    private PlainText() {}

    static TracedText of(TracedText markdown) {
        return markdown.remove(IMAGE)
                .keepGroup(LINK, 1)
                .keepGroup(WIKI_LINK, 1)
                .remove(BARE_LINK)
                .replace(Markup.TAG, tag -> Markup.endsLine(tag.group()) ? "\n" : "")
                .remove(MARKS);
    }
}
