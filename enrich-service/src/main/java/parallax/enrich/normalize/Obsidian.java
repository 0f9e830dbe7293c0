package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;

/** Reads a note of Obsidian as it is shown: wiki links as their text, callouts as quotations, comments and block marks not at all. */
final class Obsidian {

    private static final Pattern COMMENT = Pattern.compile("%%.{0,5000}?%%", Pattern.DOTALL);
    private static final Pattern EMBEDDED = Pattern.compile("!\\[\\[[^\\[\\]\\n]{1,300}\\]\\]");

    /** {@code [[Note]]}, {@code [[Note#Part|shown]]}; not {@code [[1]](https://…)}, which is a link of Markdown. */
    private static final Pattern LINK = Pattern.compile(
            "\\[\\[([^\\[\\]|#^\\n]{0,200})(?:[#^]{1,2}([^\\[\\]|\\n]{0,200}))?(?:\\|([^\\[\\]\\n]{1,200}))?\\]\\](?!\\()");

    private static final Pattern CALLOUT = Pattern.compile("(?m)^(>[ \\t]?)\\[!\\w{1,30}\\][+-]?[ \\t]*");
    private static final Pattern HIGHLIGHT = Pattern.compile("==(?=\\S)([^=\\n]{1,500}?)(?<=\\S)==");
    private static final Pattern BLOCK_MARK = Pattern.compile("(?m)[ \\t]+\\^[A-Za-z0-9-]{1,40}[ \\t]*$");

    private Obsidian() {}

    static Reading read(Reading reading) {
        TracedText text = reading.text();
        String written = text.toString();
        boolean links = written.contains("[[") && LINK.matcher(written).find();
        if (!links && !(written.contains("[!") && CALLOUT.matcher(written).find())) {
            return reading; // the other marks mean nothing outside of Obsidian
        }
        TracedText shown = text.remove(COMMENT).remove(EMBEDDED);
        return reading.withText(
                links(shown).keepGroup(CALLOUT, 1).keepGroup(HIGHLIGHT, 1).remove(BLOCK_MARK));
    }

    private static TracedText links(TracedText text) {
        List<Place> marks = new ArrayList<>();
        for (MatchResult link : LINK.matcher(text.toString()).results().toList()) {
            int shown = link.group(3) != null ? 3 : link.group(1).isEmpty() && link.group(2) != null ? 2 : 1;
            marks.add(new Place(link.start(), link.start(shown)));
            marks.add(new Place(link.end(shown), link.end()));
        }
        return text.without(marks);
    }
}
