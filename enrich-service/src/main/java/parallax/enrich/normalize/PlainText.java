package parallax.enrich.normalize;

import java.util.regex.Pattern;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;

/** Takes Markdown's marks off, so that words stand as a reader sees them. */
final class PlainText {

    private static final Seeker IMAGE =
            new Seeker(Pattern.compile("!\\[[^\\]\\n]{0,300}\\]\\([^)\\n]{0,2000}\\)")).anywhere("!");
    private static final Seeker LINK =
            new Seeker(Pattern.compile("\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,2000}\\)")).anywhere("[");
    private static final Seeker BARE_LINK =
            new Seeker(Pattern.compile("<(?:https?|mailto):[^>\\s]*>|https?://\\S+")).anywhere("<h");
    private static final Pattern WIKI_LINK =
            Pattern.compile("\\[\\[(?:[^\\]|\\n]{0,200}\\|)?([^\\]|\\n]{0,200})\\]\\]");
    private static final Seeker MARKS = new Seeker(
                    Pattern.compile("(?m:^[ \\t]*(?:#{1,6}[ \\t]+|>[ \\t]?|[-*+][ \\t]+|-{3,}[ \\t]*$))"
                            + "|(?=[*_`])(?:\\*\\*|__|`+|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*]))"))
            .anywhere("*_`")
            .atLine(" \t#>-*+");

    private PlainText() {}

    /** Each pattern looks at every character: one is used only where what it must have is there. */
    static TracedText of(TracedText markdown) {
        TracedText text = markdown;
        if (text.contains("](")) {
            text = text.remove(IMAGE).keepGroup(LINK, 1);
        }
        if (text.contains("[[")) {
            text = text.keepGroup(WIKI_LINK, 1);
        }
        if (text.contains("http") || text.contains("<mailto:")) {
            text = text.remove(BARE_LINK);
        }
        if (text.contains("<")) {
            text = text.replace(Markup.TAG, tag -> Markup.endsLine(tag.group()) ? "\n" : "");
        }
        return text.remove(MARKS);
    }
}
