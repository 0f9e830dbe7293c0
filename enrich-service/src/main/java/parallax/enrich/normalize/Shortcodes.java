package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;
import parallax.events.ArticleEnriched.Embed;

/** Takes Hugo shortcodes and Liquid tags out of the text; players become embeds, links keep their text. */
final class Shortcodes {

    /** What stands in it is shown as it is written. */
    private static final String RAW = "\\{%-?\\s*raw\\s*-?%\\}.{0,20000}?\\{%-?\\s*endraw\\s*-?%\\}";

    private static final Pattern RAW_MARKS = Pattern.compile("\\{%-?\\s*(?:end)?raw\\s*-?%\\}");

    private static final Pattern TAG =
            outsideRaw("\\{\\{[<%]\\s*(/?[\\w-]+)([^{}]*?)[>%]\\}\\}|\\{%-?\\s*(/?[\\w-]+)([^{}]*?)-?%\\}");
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("(?:[\\w-]+\\s*=\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    /** What site generators do not show. */
    private static final Pattern HIDDEN = outsideRaw(
            "\\{%-?\\s*comment\\b[^%]{0,100}%\\}.{0,20000}?\\{%-?\\s*endcomment\\s*-?%\\}|\\{\\{[<%]\\s*/\\*.{0,20000}?\\*/\\s*[>%]\\}\\}"
                    + "|\\{\\{[<%]\\s*comment\\s*[>%]\\}\\}.{0,20000}?\\{\\{[<%]\\s*/\\s*comment\\s*[>%]\\}\\}|\\{#.{0,5000}?#\\}");

    /** A place of the site itself, which only the generator knows: its link keeps its text. */
    private static final Pattern INNER_LINK = Pattern.compile(
            "(?<!!)\\[([^\\]\\n]{0,300})\\]\\((?:\\{\\{[<%]\\s*(?:rel)?ref\\b[^{}\\n]{0,300}[>%]\\}\\}|\\{%-?\\s*(?:link|post_url)\\b[^{}\\n]{0,300}%\\})[^)\\n]{0,200}\\)");

    /** {@code {{ page.title }}}: a value that only the generator knows. */
    private static final Pattern VALUE = outsideRaw("\\{\\{-?\\s[^{}\\n]{0,300}?-?\\}\\}");

    /** Attributes of kramdown: {@code {: .large}}. */
    private static final Pattern ATTRIBUTES = outsideRaw("\\{:[^{}\\n]{1,200}\\}");

    /** What is written below a picture. */
    private static final Pattern WRITTEN = Pattern.compile("\\b(?:title|caption)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private Shortcodes() {}

    static Reading read(Reading reading) {
        TracedText text = reading.text();
        if (!text.contains("{{") && !text.contains("{%")) {
            return reading;
        }
        text = without(text, HIDDEN).keepGroup(INNER_LINK, 1);
        Reading read = reading;
        for (MatchResult tag : found(TAG, text)) {
            boolean hugo = tag.group(1) != null;
            Optional<Embed> embed = embed(tag.group(hugo ? 1 : 3), tag.group(hugo ? 2 : 4));
            if (embed.isPresent()) {
                read = read.withEmbed(embed.get());
            }
        }
        TracedText words = without(without(withoutTags(text), VALUE), ATTRIBUTES);
        return read.withText(words.remove(RAW_MARKS));
    }

    /** Finds what is raw as well, lest something be found within it. */
    private static Pattern outsideRaw(String pattern) {
        return Pattern.compile(RAW + "|" + pattern, Pattern.DOTALL);
    }

    private static List<MatchResult> found(Pattern pattern, TracedText text) {
        return pattern.matcher(text.toString())
                .results()
                .filter(match -> !RAW_MARKS.matcher(match.group()).lookingAt())
                .toList();
    }

    private static TracedText without(TracedText text, Pattern pattern) {
        return text.without(found(pattern, text).stream()
                .map(match -> new Place(match.start(), match.end()))
                .toList());
    }

    /** Of a picture, what is written below it stays, with a blank between. */
    private static TracedText withoutTags(TracedText text) {
        List<Place> cut = new ArrayList<>();
        for (MatchResult tag : found(TAG, text)) {
            int from = tag.start();
            if ("figure".equals(tag.group(1))) {
                for (MatchResult written :
                        WRITTEN.matcher(tag.group()).results().toList()) {
                    int group = written.start(1) >= 0 ? 1 : 2;
                    boolean apart = from > tag.start() && Character.isWhitespace(text.charAt(from));
                    cut.add(new Place(apart ? from + 1 : from, tag.start() + written.start(group)));
                    from = tag.start() + written.end(group);
                    cut.add(new Place(from, from + 1)); // the quotation mark
                    from++;
                }
            }
            cut.add(new Place(from, tag.end()));
        }
        return text.without(cut);
    }

    private static Optional<Embed> embed(String name, String arguments) {
        return FIRST_ARGUMENT.matcher(arguments).results().findFirst().flatMap(argument -> {
            String id = argument.group(1) != null
                    ? argument.group(1)
                    : argument.group(2) != null ? argument.group(2) : argument.group(3);
            String url =
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "youtube" -> "https://www.youtube.com/watch?v=" + id;
                        case "vimeo" -> "https://vimeo.com/" + id;
                        case "bilibili" -> "https://www.bilibili.com/video/" + id;
                        case "spotify" -> "https://open.spotify.com/" + id;
                        case "apple-podcast" -> "https://podcasts.apple.com/" + id;
                        default -> "";
                    };
            return url.isEmpty() ? Optional.empty() : Optional.of(new Embed(name.toLowerCase(Locale.ROOT), id, url));
        });
    }
}
