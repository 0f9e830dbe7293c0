package parallax.enrich.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parallax.enrich.normalize.Article;
import parallax.enrich.normalize.Field;
import parallax.enrich.text.Seeker;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;

/** Which recordings an article points at, each by its provider's id. */
final class Recordings {

    private static final Seeker LINK = new Seeker(Pattern.compile(
                    "(?:youtube\\.com/(?:watch\\?(?:[^\\s\"'<>)]*&)?v=|embed/|live/|shorts/)|youtu\\.be/)([\\w-]{11})"
                            + "|bilibili\\.com/video/(BV[0-9A-Za-z]{10})"
                            + "|open\\.spotify\\.com/(?:embed/)?episode/([0-9A-Za-z]{22})"
                            + "|podcasts\\.apple\\.com/[^\\s\"'<>)]*[?&]i=(\\d{6,})"))
            .atWord("ybop");
    private static final List<String> HOSTS =
            List.of("youtube.com/", "youtu.be/", "bilibili.com/", "open.spotify.com/", "podcasts.apple.com/");
    private static final List<String> PROVIDERS = List.of("youtube", "bilibili", "spotify", "apple-podcast");

    private Recordings() {}

    static List<Fact<String>> read(Article article, Quoter quoter) {
        Map<String, Fact<String>> found = new LinkedHashMap<>();
        TracedText document = TracedText.of(article.document().content());
        for (Field field : List.of(Field.RECORDING, Field.URL)) {
            for (TracedText value : article.metadata().all(field)) {
                find(value, quoter, 0.9, found);
            }
        }
        for (Embed embed : article.embeds()) {
            id(embed.url()).ifPresent(id -> {
                int at = Math.max(0, document.toString().indexOf(embed.id()));
                int end = Math.min(document.length(), at + embed.id().length());
                found.putIfAbsent(id, new Fact<>(id, quoter.span(document, at, end), 0.9));
            });
        }
        Map<String, Fact<String>> linked = new LinkedHashMap<>();
        find(document, quoter, 0.6, linked);
        Set<String> providers = new TreeSet<>();
        linked.keySet().forEach(id -> providers.add(id.substring(0, id.indexOf(':'))));
        if (linked.size() == providers.size()) { // of several videos linked to, no one knows which is the interview
            linked.forEach(found::putIfAbsent);
        }
        return List.copyOf(found.values());
    }

    private static Optional<String> id(String url) {
        Seeker.Search link = LINK.in(url);
        return link.find() ? Optional.of(id(link.match())) : Optional.empty();
    }

    private static String id(Matcher link) {
        for (int provider = 0; provider < PROVIDERS.size(); provider++) {
            if (link.group(provider + 1) != null) {
                return PROVIDERS.get(provider) + ":" + link.group(provider + 1);
            }
        }
        throw new IllegalStateException("one group matched");
    }

    private static void find(TracedText text, Quoter quoter, double confidence, Map<String, Fact<String>> found) {
        if (HOSTS.stream().noneMatch(text::contains)) { // a quick look before a slow pattern
            return;
        }
        Seeker.Search search = LINK.in(text.toString());
        while (search.find()) {
            Matcher link = search.match();
            found.putIfAbsent(id(link), new Fact<>(id(link), quoter.span(text, link.start(), link.end()), confidence));
        }
    }
}
