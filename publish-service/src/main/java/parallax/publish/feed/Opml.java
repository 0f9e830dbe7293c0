package parallax.publish.feed;

import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** OPML 2.0: the list of our feeds. */
final class Opml {

    private Opml() {}

    static String write(String title, String baseUrl) {
        Element body = new Element("body");
        for (FeedKind kind : FeedKind.values()) {
            for (FeedFormat format : FeedFormat.values()) {
                body.addContent(new Element("outline")
                        .setAttribute("type", "rss") // OPML's word for a feed of any format
                        .setAttribute("text", title + " " + kind.path() + " (" + format.suffix() + ")")
                        .setAttribute("title", title + " " + kind.path())
                        .setAttribute("description", kind.description())
                        .setAttribute("htmlUrl", baseUrl + "/")
                        .setAttribute("xmlUrl", baseUrl + "/feeds/" + kind.path() + "." + format.suffix()));
            }
        }
        Element head = new Element("head").addContent(new Element("title").setText(title));
        Element opml = new Element("opml").setAttribute("version", "2.0");
        opml.addContent(head).addContent(body);
        return new XMLOutputter(Format.getPrettyFormat()).outputString(new Document(opml));
    }
}
