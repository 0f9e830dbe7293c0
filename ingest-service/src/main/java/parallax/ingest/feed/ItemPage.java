package parallax.ingest.feed;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** An item as a document: a page of HTML with what the feed says about it in its head. The same item gives the same page. */
public final class ItemPage {

    private ItemPage() {}

    /**
     * The page.
     *
     * @param text the article in HTML: the item's own, or what its page says
     */
    public static String of(FeedItem item, @Nullable String text) {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html");
        attribute(page, "lang", item.language());
        page.append(">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escape(item.title()))
                .append("</title>\n");
        meta(page, "property", "og:title", item.title());
        meta(page, "name", "author", item.author());
        meta(
                page,
                "property",
                "article:published_time",
                item.published() == null ? null : item.published().toString());
        meta(
                page,
                "property",
                "article:modified_time",
                item.updated() == null ? null : item.updated().toString());
        item.tags().forEach(tag -> meta(page, "property", "article:tag", tag));
        meta(page, "name", "dcterms.license", item.licence());
        if (item.url() != null) {
            page.append("<link rel=\"canonical\" href=\"")
                    .append(escape(item.url()))
                    .append("\">\n");
        }
        page.append("</head>\n<body>\n<article>\n");
        page.append(text == null ? "" : text.strip());
        return page.append("\n</article>\n</body>\n</html>\n").toString();
    }

    static String paragraphs(String plain) {
        return Arrays.stream(plain.strip().split("\\R\\s*\\R", -1))
                .map(paragraph -> "<p>" + escape(paragraph.strip()).replaceAll("\\R", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    static String escape(String text) {
        return Entities.escape(text).replace("\"", "&quot;");
    }

    private static void meta(StringBuilder page, String kind, String name, @Nullable String value) {
        if (value != null) {
            page.append("<meta ")
                    .append(kind)
                    .append("=\"")
                    .append(name)
                    .append("\" content=\"")
                    .append(escape(value))
                    .append("\">\n");
        }
    }

    private static void attribute(StringBuilder page, String name, @Nullable String value) {
        if (value != null) {
            page.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        }
    }
}
