package parallax.enrich.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.text.TracedText;
import parallax.enrich.text.TracedText.Place;
import parallax.events.ArticleEnriched.Embed;

/** Takes Hugo shortcodes and Liquid tags out of the text; players become embeds, links keep their text. */
final class Shortcodes {

    private static final Pattern TAG = Pattern.compile(
            "\\{\\{[<%]\\s*(/?[\\w-]+)([^{}]*?)[>%]\\}\\}|\\{%-?\\s*(/?[\\w-]+)([^{}]*?)-?%\\}", Pattern.DOTALL);
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("(?:[\\w-]+\\s*=\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    /** What site generators do not show. */
    private static final Pattern HIDDEN = Pattern.compile(
            "\\{%-?\\s*comment\\b[^%]{0,100}%\\}.{0,20000}?\\{%-?\\s*endcomment\\s*-?%\\}|\\{\\{[<%]\\s*/\\*.{0,20000}?\\*/\\s*[>%]\\}\\}"
                    + "|\\{\\{[<%]\\s*comment\\s*[>%]\\}\\}.{0,20000}?\\{\\{[<%]\\s*/\\s*comment\\s*[>%]\\}\\}|\\{#.{0,5000}?#\\}",
            Pattern.DOTALL);

    /** A place of the site itself, which only the generator knows: its link keeps its text. */
    private static final Pattern INNER_LINK = Pattern.compile(
            "(?<!!)\\[([^\\]\\n]{0,300})\\]\\((?:\\{\\{[<%]\\s*(?:rel)?ref\\b[^{}\\n]{0,300}[>%]\\}\\}|\\{%-?\\s*(?:link|post_url)\\b[^{}\\n]{0,300}%\\})[^)\\n]{0,200}\\)");

    /** {@code {{ page.title }}}: a value that only the generator knows. */
    private static final Pattern VALUE = Pattern.compile("\\{\\{-?\\s[^{}\\n]{0,300}?-?\\}\\}");

    /** Attributes of kramdown: {@code {: .large}}. */
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[^{}\\n]{1,200}\\}");

    private static final Pattern CAPTION = Pattern.compile("\\bcaption\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private Shortcodes() {}

    static Reading read(Reading reading) {
        TracedText text = reading.text();
        if (!text.contains("{{") && !text.contains("{%")) {
            return reading;
        }
        text = text.remove(HIDDEN).keepGroup(INNER_LINK, 1);
        Reading read = reading;
        for (MatchResult tag : TAG.matcher(text).results().toList()) {
            boolean hugo = tag.group(1) != null;
            Optional<Embed> embed = embed(tag.group(hugo ? 1 : 3), tag.group(hugo ? 2 : 4));
            if (embed.isPresent()) {
                read = read.withEmbed(embed.get());
            }
        }
        return read.withText(withoutTags(text).remove(VALUE).remove(ATTRIBUTES));
    }

    /** Of a picture, what is written below it stays. */
    private static TracedText withoutTags(TracedText text) {
        List<Place> cut = new ArrayList<>();
        for (MatchResult tag : TAG.matcher(text).results().toList()) {
            Matcher caption = CAPTION.matcher(tag.group());
            if ("figure".equals(tag.group(1)) && caption.find()) {
                int group = caption.group(1) != null ? 1 : 2;
                cut.add(new Place(tag.start(), tag.start() + caption.start(group)));
                cut.add(new Place(tag.start() + caption.end(group), tag.end()));
            } else {
                cut.add(new Place(tag.start(), tag.end()));
            }
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
