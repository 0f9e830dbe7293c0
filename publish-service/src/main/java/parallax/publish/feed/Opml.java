package parallax.publish.feed;

import java.util.List;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** OPML 2.0: the list of our feeds, first the whole ones, then those narrowed to one topic, person, language or source. */
final class Opml {

    private final String title;
    private final String baseUrl;
    private final Element body = new Element("body");

    Opml(String title, String baseUrl) {
        this.title = title;
        this.baseUrl = baseUrl;
        for (FeedKind kind : FeedKind.values()) {
            for (FeedFormat format : FeedFormat.values()) {
                body.addContent(outline(kind, format, FeedFilter.NONE));
            }
        }
    }

    /** Adds the feeds of {@code kind} that are narrowed to one of {@code values}. */
    void narrowed(FeedKind kind, String filter, List<String> values) {
        if (!values.isEmpty()) {
            Element group = new Element("outline").setAttribute("text", title + " " + kind.path() + " by " + filter);
            values.forEach(value ->
                    group.addContent(outline(kind, FeedFormat.ATOM, FeedFilter.of(Map.of(filter, List.of(value))))));
            body.addContent(group);
        }
    }

    String write() {
        Element head = new Element("head").addContent(new Element("title").setText(title));
        Element opml = new Element("opml").setAttribute("version", "2.0");
        opml.addContent(head).addContent(body);
        return new XMLOutputter(Format.getPrettyFormat()).outputString(new Document(opml));
    }

    private Element outline(FeedKind kind, FeedFormat format, FeedFilter filter) {
        String name = XmlText.clean(title + " " + kind.path() + filter.words());
        return new Element("outline")
                .setAttribute("type", "rss") // OPML's word for a feed of any format
                .setAttribute("text", filter.none() ? name + " (" + format.suffix() + ")" : name)
                .setAttribute("title", name)
                .setAttribute("description", kind.description())
                .setAttribute("htmlUrl", baseUrl + "/")
                .setAttribute("xmlUrl", baseUrl + "/feeds/" + kind.path() + "." + format.suffix() + filter.query());
    }
}
