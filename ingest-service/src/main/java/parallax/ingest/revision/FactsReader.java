package parallax.ingest.revision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import parallax.frontmatter.FrontMatter;
import parallax.frontmatter.Limits;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.Sha256;

/** Reads what a document says out of its text. */
public final class FactsReader {

    private static final int LONGEST = 500;
    private static final Map<String, String[]> IN_MARKDOWN = Map.of(
            "title", new String[] {"title"},
            "author", new String[] {"author", "authors"},
            "published", new String[] {"date", "published", "pubDate"},
            "language", new String[] {"lang", "language"},
            "draft", new String[] {"draft"},
            "tags", new String[] {"tags", "categories"});
    private static final Map<String, String> IN_HTML = Map.of(
            "title", "meta[property=og:title], title, h1",
            "author", "meta[name=author]",
            "published", "meta[property=article:published_time]",
            "language", "html[lang]",
            "tags", "meta[property=article:tag], meta[name=keywords]");

    /** What subtitles have beside words: times, and numbers on lines of their own. */
    private static final Pattern TIMES = Pattern.compile("(?m)^[ \\t]*\\d+[ \\t]*$|^[^\\n]{0,40}-->.*$|<[0-9:.]+>");

    private FactsReader() {}

    /** The facts of {@code content}, which has passed every check. */
    public static Facts read(ContentType type, String content) {
        if (type.subtitles()) {
            return facts(Map.of(), TIMES.matcher(content).replaceAll(" "));
        }
        return type == ContentType.HTML ? html(content) : text(content);
    }

    private static Facts text(String content) {
        FrontMatter header = FrontMatter.of(content, Limits.DEFAULT);
        Map<String, String> fields = new TreeMap<>();
        IN_MARKDOWN.forEach((field, names) -> {
            for (String name : names) {
                header.field(name)
                        .ifPresent(value -> put(fields, field, value.value().toString()));
            }
        });
        return facts(fields, content.substring(header.bodyStart()));
    }

    /** Words, and what is shown beside them: a recording that was exchanged is no matter of looks. */
    private static Facts html(String content) {
        Document page = Jsoup.parse(content);
        Map<String, String> fields = new TreeMap<>();
        IN_HTML.forEach((field, selector) -> put(
                fields,
                field,
                page.select(selector).stream()
                        .map(element -> value(field, element))
                        .limit(field.equals("tags") ? Integer.MAX_VALUE : 1)
                        .collect(Collectors.joining(", "))));
        page.select("script, style, noscript, template").remove();
        String media = page.select("[src], a[href~=(?i)\\.(mp3|m4a|mp4|ogg|wav)$]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .map(address -> address.replaceFirst("[?#].*", ""))
                .collect(Collectors.joining(" "));
        return facts(fields, page.body().text() + " " + media);
    }

    private static String value(String field, Element element) {
        return field.equals("language")
                ? element.attr("lang")
                : element.hasAttr("content") ? element.attr("content") : element.text();
    }

    private static void put(Map<String, String> fields, String field, String value) {
        String line = squeeze(value);
        if (!line.isEmpty()) {
            fields.putIfAbsent(field, line.substring(0, Math.min(LONGEST, line.length())));
        }
    }

    private static Facts facts(Map<String, String> fields, String body) {
        String words = squeeze(body);
        return new Facts(Map.copyOf(fields), Sha256.hex(words.getBytes(UTF_8)).substring(0, 32), words.length());
    }

    /** Every document passes here, so its characters are gone through once, and by hand: a pattern takes a third of all our time. */
    private static String squeeze(String text) {
        char[] words = text.toCharArray();
        int length = 0;
        boolean blank = false;
        for (char c : words) {
            if (c <= ' ' ? c == ' ' || (c >= '\t' && c <= '\r') : c == '\u00A0' || c == '\uFEFF') {
                blank = true;
            } else {
                if (blank && length > 0) {
                    words[length++] = ' ';
                }
                words[length++] = c;
                blank = false;
            }
        }
        return new String(words, 0, length).strip();
    }
}
