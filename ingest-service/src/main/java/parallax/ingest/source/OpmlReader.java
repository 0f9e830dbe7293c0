package parallax.ingest.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads OPML leniently, as feeds are read: folders are looked into, and what is no feed is passed over. */
final class OpmlReader {

    private static final int MAX_DEPTH = 100;

    private OpmlReader() {}

    /**
     * A feed that a list names.
     *
     * @param title empty if it says none
     * @param language empty if it says none
     */
    record Outline(String title, String url, String language) {}

    /** The feeds in their order; none if it is no OPML. */
    static List<Outline> read(String text) {
        Document document = Jsoup.parse(text, Parser.xmlParser().setMaxDepth(MAX_DEPTH));
        List<Outline> outlines = new ArrayList<>();
        for (Element element : document.getElementsByTag("outline")) {
            String url = attribute(element, "xmlurl");
            if (!url.isEmpty()) {
                String title = attribute(element, "title");
                outlines.add(new Outline(
                        title.isEmpty() ? attribute(element, "text") : title, url, attribute(element, "language")));
            }
        }
        return outlines;
    }

    /** Some write {@code xmlUrl}, some {@code xmlurl}. */
    private static String attribute(Element element, String name) {
        return element.attributes().asList().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase(name))
                .map(attribute ->
                        attribute.getValue() == null ? "" : attribute.getValue().strip())
                .findFirst()
                .orElse("");
    }
}
