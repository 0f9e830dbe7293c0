package parallax.enrich.normalize;

import java.net.URI;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parallax.enrich.text.Seeker;

/** Makes relative links of a Markdown body absolute; where the article's own address is not known, their text stays and the link goes. */
final class Links {

    private static final Seeker RELATIVE = new Seeker(
                    Pattern.compile(
                            "(!?)\\[([^\\]\\n]{0,300})\\]\\((?![a-z][a-z0-9+.-]{0,20}:)([^)\\s]{0,2000})(?: [^)\\n]{0,500})?\\)"))
            .anywhere("![");
    private static final Seeker BLANK_LINES = new Seeker(Pattern.compile("\\n[ \\t]*\\n[ \\t\\n]*\\n")).anywhere("\n");

    private static final Pattern ABOVE_ROOT = Pattern.compile("^(?:/\\.\\.?(?=/|$))+/?");

    private Links() {}

    static String absolute(String markdown, @Nullable String base) {
        String linked = markdown.contains("](") ? RELATIVE.replaced(markdown, link -> resolve(link, base)) : markdown;
        return BLANK_LINES.replaced(linked, blank -> "\n\n").strip();
    }

    /** Java leaves the steps that lead above the root; RFC 3986, 5.2.4, takes them off. */
    private static String absolute(URI resolved) {
        String path = resolved.getRawPath();
        if (path == null || !path.startsWith("/.")) {
            return resolved.toString();
        }
        String query = resolved.getRawQuery() == null ? "" : "?" + resolved.getRawQuery();
        String fragment = resolved.getRawFragment() == null ? "" : "#" + resolved.getRawFragment();
        return resolved.getScheme() + "://" + resolved.getRawAuthority()
                + ABOVE_ROOT.matcher(path).replaceFirst("/") + query + fragment;
    }

    private static String resolve(MatchResult link, @Nullable String base) {
        String image = link.group(1);
        String text = link.group(2);
        if (base != null && !link.group(3).startsWith("#")) {
            try {
                return image + "[" + text + "](" + absolute(URI.create(base).resolve(link.group(3))) + ")";
            } catch (IllegalArgumentException e) {
                // no address at all: treated as if nothing were known
            }
        }
        return image.isEmpty() ? text : "";
    }
}
