package parallax.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import parallax.ingest.identity.CanonicalLink;

/**
 * An article on its own page, without the page around it.
 *
 * @param html of the article
 * @param words how many characters of text
 * @param canonical what the page calls its address; null if it does not, or names another site's
 */
public record ArticlePage(
        String html,
        int words,
        @Nullable String title,
        @Nullable String author,
        @Nullable String published,
        @Nullable String language,
        @Nullable String canonical) {

    private static final int MAX_DEPTH = 400;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w-]{1,40})");

    /**
     * Reads the article out of a page.
     *
     * @throws FetchFailed if there is none in it
     */
    public static ArticlePage read(Fetched fetched) throws FetchFailed {
        String type = fetched.header("Content-Type");
        if (fetched.status() != 200) {
            String status = "HTTP " + fetched.status();
            throw fetched.status() >= 500 || fetched.status() == 429
                    ? FetchFailed.forNow(status)
                    : new FetchFailed(status);
        }
        if (type != null && !type.matches("(?i)\\s*(text/html|application/xhtml\\+xml)\\b.*")) {
            throw new FetchFailed("the page is no HTML, but " + type.replaceAll("[^\\w/+.;= -]", "") + "");
        }
        if (fetched.cut()) {
            throw new FetchFailed("the page is larger than " + fetched.body().length
                    + " bytes; the setting parallax.ingest.polling.max-page-size says how much is read");
        }
        Document page = parse(fetched, type);
        String title = content(page, "meta[property=og:title]", "content");
        String author = content(page, "meta[name=author]", "content");
        String published = content(page, "meta[property=article:published_time]", "content");
        String language = content(page, "html[lang]", "lang");
        String canonical = CanonicalLink.of(page, fetched.address()).orElse(null);
        Article article = new Readability4JExtended(fetched.address().toString(), page).parse();
        String html = article.getContent();
        String text = article.getTextContent();
        if (html == null || text == null || text.isBlank()) {
            throw new FetchFailed("no article could be made out on the page");
        }
        return new ArticlePage(
                html,
                text.strip().length(),
                title == null ? article.getTitle() : title,
                author,
                published,
                language,
                canonical);
    }

    private static Document parse(Fetched fetched, @Nullable String type) throws FetchFailed {
        Matcher named = CHARSET.matcher(type == null ? "" : type);
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(fetched.body()),
                    named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null,
                    fetched.address().toString(),
                    parser);
        } catch (IOException e) {
            throw new FetchFailed("the page cannot be read");
        }
    }

    private static @Nullable String content(Document page, String selector, String attribute) {
        Element found = page.selectFirst(selector);
        String value = found == null ? "" : found.attr(attribute).strip();
        return value.isEmpty() ? null : value;
    }
}
