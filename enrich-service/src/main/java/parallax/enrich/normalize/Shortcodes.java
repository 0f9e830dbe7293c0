package parallax.enrich.normalize;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parallax.events.ArticleEnriched.Embed;

/** Takes Hugo shortcodes and Liquid tags out of the text; players become embeds, links keep their text. */
final class Shortcodes {

    private static final Pattern TAG = Pattern.compile(
            "\\{\\{[<%]\\s*(/?[\\w-]+)([^{}]*?)[>%]\\}\\}|\\{%-?\\s*(/?[\\w-]+)([^{}]*?)-?%\\}", Pattern.DOTALL);
    private static final Pattern FIRST_ARGUMENT =
            Pattern.compile("(?:[\\w-]+\\s*=\\s*)?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");

    private Shortcodes() {}

    static Reading read(Reading reading) {
        if (!reading.text().contains("{{") && !reading.text().contains("{%")) {
            return reading;
        }
        Reading read = reading;
        for (MatchResult tag : TAG.matcher(reading.text()).results().toList()) {
            boolean hugo = tag.group(1) != null;
            Optional<Embed> embed = embed(tag.group(hugo ? 1 : 3), tag.group(hugo ? 2 : 4));
            if (embed.isPresent()) {
                read = read.withEmbed(embed.get());
            }
        }
        return read.withText(reading.text().remove(TAG));
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
