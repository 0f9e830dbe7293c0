package parallax.enrich.normalize;

import com.vladsch.flexmark.html2md.converter.FlexmarkHtmlConverter;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import parallax.enrich.text.TracedText;

/** Reads an HTML page: its head's metadata, and the text of its article without the page around it. */
final class Html {

    private static final String CHROME =
            "script, style, noscript, template, nav, header, footer, aside, form, button, iframe, svg, [role=navigation], [hidden]";

    private Html() {}

    static Reading read(Reading reading) {
        Document page = parse(reading.text().toString());
        Reading read = reading;
        read = meta(read, page, Field.TITLE, "meta[property=og:title]", "h1", "title");
        read = meta(read, page, Field.AUTHOR, "meta[name=author]", "[rel=author]");
        read = meta(read, page, Field.PUBLISHED, "meta[property=article:published_time]", "time[datetime]");
        read = meta(read, page, Field.SUMMARY, "meta[name=description]", "meta[property=og:description]");
        read = meta(read, page, Field.URL, "link[rel=canonical]", "meta[property=og:url]");
        return read.withText(text(reading.text(), article(page)));
    }

    /** The article's own HTML as Markdown. */
    static String markdown(String document) {
        return FlexmarkHtmlConverter.builder()
                .build()
                .convert(article(parse(document)).html());
    }

    private static Document parse(String document) {
        return Jsoup.parse(document, "", Parser.htmlParser().setTrackPosition(true));
    }

    private static Element article(Document page) {
        page.select(CHROME).remove();
        Element article = page.selectFirst("article, main, [role=main], [itemprop=articleBody]");
        return article == null ? page.body() : article;
    }

    private static Reading meta(Reading reading, Document page, Field field, String... selectors) {
        for (String selector : selectors) {
            Element found = page.selectFirst(selector);
            if (found == null) {
                continue;
            }
            String value = Arrays.stream(new String[] {"content", "datetime", "href"})
                    .map(found::attr)
                    .filter(attribute -> !attribute.isBlank())
                    .findFirst()
                    .orElseGet(found::text);
            if (!value.isBlank()) {
                return reading.with(field, at(value, found.sourceRange()));
            }
        }
        return reading;
    }

    private static TracedText text(TracedText document, Element article) {
        StringBuilder text = new StringBuilder();
        int[] places = new int[document.length() + 16];
        article.traverse(new NodeVisitor() {
            /** How deep the code or table stands that is being read; -1 outside. */
            private int fenced = -1;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    append(words);
                } else if (node instanceof Element element && fenced < 0 && !text.isEmpty() && isCodeOrData(element)) {
                    newline();
                    put(Prose.FENCE + "\n");
                    fenced = depth;
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                    newline();
                    if (depth == fenced) {
                        put(Prose.FENCE + "\n");
                        fenced = -1;
                    }
                }
            }

            private void put(String mark) {
                if (text.length() + mark.length() <= places.length) {
                    Arrays.fill(places, text.length(), text.length() + mark.length(), places[text.length() - 1]);
                    text.append(mark);
                }
            }

            /** A character reference stands where it begins; what follows keeps in step with the source. */
            private void append(TextNode words) {
                Range range = words.sourceRange();
                String value = words.getWholeText();
                int source = range.isTracked() ? range.startPos() : 0;
                for (int i = 0; i < value.length() && text.length() < places.length; i++) {
                    places[text.length()] = Math.min(source, Math.max(0, document.length() - 1));
                    text.append(value.charAt(i));
                    source = next(source, value.charAt(i));
                }
            }

            private int next(int source, char shown) {
                if (source < document.length() && document.charAt(source) == '&' && shown != '&') {
                    int semicolon = document.toString().indexOf(';', source);
                    return semicolon < 0 || semicolon - source > 10 ? source + 1 : semicolon + 1;
                }
                if (source < document.length()
                        && document.charAt(source) == '&'
                        && document.toString().startsWith("&amp;", source)) {
                    return source + "&amp;".length();
                }
                return source + 1;
            }

            private void newline() {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.length() < places.length) {
                    places[text.length()] = places[text.length() - 1];
                    text.append('\n');
                }
            }
        });
        return TracedText.of(text.toString(), Arrays.copyOf(places, text.length()));
    }

    /** Tables that lay a page out have no heads, or others within. */
    private static boolean isCodeOrData(Element element) {
        return element.nameIs("pre")
                || (element.nameIs("table")
                        && element.selectFirst("th") != null
                        && element.select("table").size() == 1);
    }

    private static TracedText at(String value, Range range) {
        int[] origin = new int[value.length()];
        Arrays.fill(origin, range.isTracked() ? range.startPos() : 0);
        return TracedText.of(value, origin);
    }
}
