package parallax.enrich.normalize;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Seeker;

/** Makes relative links of a Markdown body absolute; where the article's own address is not known, their text stays and the link goes. */
final class Links {

    private static final Pattern RELATIVE = Pattern.compile(
            "(!?)\\[([^\\]\\n]{0,300})\\]\\((?![a-z][a-z0-9+.-]{0,20}:)([^)\\s]{0,2000})(?: [^)\\n]{0,500})?\\)");
    private static final Seeker BLANK_LINES = new Seeker(Pattern.compile("\\n[ \\t]*\\n[ \\t\\n]*\\n")).anywhere("\n");

    private Links() {}

    static String absolute(String markdown, @Nullable String base) {
        String linked = markdown.contains("](")
                ? RELATIVE.matcher(markdown)
                        .replaceAll(link -> java.util.regex.Matcher.quoteReplacement(resolve(link, base)))
                : markdown;
        return BLANK_LINES.replaced(linked, "\n\n").strip();
    }

    private static String resolve(MatchResult link, @Nullable String base) {
        String image = link.group(1);
        String text = link.group(2);
        if (base != null && !link.group(3).startsWith("#")) {
            try {
                return image + "[" + text + "](" + URI.create(base).resolve(link.group(3)) + ")";
            } catch (IllegalArgumentException e) {
                // no address at all: treated as if nothing were known
            }
        }
        return image.isEmpty() ? text : "";
    }
}
