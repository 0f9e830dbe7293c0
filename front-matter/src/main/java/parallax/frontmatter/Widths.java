package parallax.frontmatter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Chinese keyboard writes where a header wants its own signs. */
final class Widths {

    private static final Pattern WIDE = Pattern.compile("[：，“”‘’「」｛｝［］＝＂＃]");
    private static final String ALL = "：，“”‘’「」｛｝［］＝＂＃";
    private static final String MEANT = ":,\"\"''\"\"{}[]=\"#";

    private Widths() {}

    /**
     * The end of a sentence that names such a sign in a line or the one before it; else nothing.
     *
     * @param line of the block, from 0
     * @param before lines of the document that stand before the block
     */
    static String hint(String block, int line, int before) {
        String[] lines = block.split("\\R", -1);
        for (int at = line; at >= Math.max(0, line - 1); at--) {
            Matcher wide = WIDE.matcher(at < lines.length ? lines[at] : "");
            if (wide.find()) {
                return "; line " + (at + 1 + before) + " has \"" + wide.group() + "\" where \""
                        + MEANT.charAt(ALL.indexOf(wide.group())) + "\" may be meant";
            }
        }
        return "";
    }
}
