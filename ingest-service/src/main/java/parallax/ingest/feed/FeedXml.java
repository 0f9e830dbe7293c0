package parallax.ingest.feed;

import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * XML as it comes. Read leniently, so that a text which is cut short or badly escaped still gives its elements; neither entities
 * nor anything outside of the text are ever looked at, and nesting is bounded.
 */
final class FeedXml {

    private static final int MAX_DEPTH = 100;

    private static final Pattern ELEMENT = Pattern.compile("<[^!?\\s]");

    private FeedXml() {}

    /** @param cut whether we read no more of it: that is nothing to blame its author for */
    static Element root(String text, boolean cut, Warnings warnings) throws UnreadableFeed {
        String problem = cut ? null : problem(text);
        if (problem != null) {
            warnings.add("xml-malformed", "The XML is malformed: " + problem + " What can be made out is taken.");
        }
        if (declaresEntities(text)) {
            warnings.add(
                    "entities-declared",
                    "The XML declares entities of its own (<!ENTITY …>), which may name files or fill the memory; where"
                            + " they are used they are left as they are written.");
        }
        Document document = Jsoup.parse(text, Parser.xmlParser().setMaxDepth(MAX_DEPTH));
        if (cut) {
            last(document).forEach(Element::remove);
        } else if (problem != null) {
            dropCutItem(document, text, warnings);
        }
        return document.children().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableFeed(
                        "The answer is neither XML nor JSON; it begins with "
                                + Warnings.quote(text.substring(0, Math.min(60, text.length()))) + ".",
                        null));
    }

    /** Whether what stands before the root declares any; within an item it would be text about XML. */
    private static boolean declaresEntities(String text) {
        int declared = text.indexOf("<!ENTITY");
        Matcher element = ELEMENT.matcher(text);
        return declared >= 0 && !(element.find() && element.start() < declared);
    }

    /** The item in whose middle the text ends is left for the next time; half of it would stand for all. */
    private static void dropCutItem(Document document, String text, Warnings warnings) {
        for (Element last : last(document)) {
            String name = last.tagName();
            if (text.lastIndexOf("<" + name) > text.lastIndexOf("</" + name)) {
                warnings.add(
                        "item-cut", "The text ends in the middle of its last item, which is left for the next time.");
                last.remove();
            }
        }
    }

    private static List<Element> last(Document document) {
        return Stream.of("item", "entry", "url", "sitemap")
                .map(name -> document.select(name).last())
                .filter(Objects::nonNull)
                .toList();
    }

    static UnreadableFeed noFeed(Element root, URI address) {
        if (!root.tagName().equalsIgnoreCase("html") && root.ownerDocument() != null) {
            Element html = root.ownerDocument().selectFirst("html");
            return html == null
                    ? new UnreadableFeed("The answer is XML, but no feed: its root is <" + root.tagName() + ">.", null)
                    : page(html, address);
        }
        return page(root, address);
    }

    private static UnreadableFeed page(Element html, URI address) {
        for (Element link : html.select("link[rel~=(?i)alternate][type~=(?i)(rss|atom|feed\\+json)][href]")) {
            String feed = Urls.resolve(address, link.attr("href"));
            if (feed != null) {
                return new UnreadableFeed("The answer is a web page, which names its feed: " + feed + ".", feed);
            }
        }
        return new UnreadableFeed("The answer is a web page, no feed, and it names none.", null);
    }

    /** What a strict reader says of it, with line and column; null if nothing. */
    private static @Nullable String problem(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                depth += event == XMLStreamReader.START_ELEMENT ? 1 : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
                if (depth > MAX_DEPTH) {
                    return "elements nest deeper than " + MAX_DEPTH + " levels.";
                }
            }
            return null;
        } catch (XMLStreamException e) {
            String message = e.getMessage() == null ? "" : e.getMessage();
            String why = message.substring(message.lastIndexOf("Message: ") + 1).replaceFirst("^essage: ", "");
            return "line " + e.getLocation().getLineNumber() + ", column "
                    + e.getLocation().getColumnNumber() + ": " + why.strip();
        } catch (RuntimeException e) { // the JDK's reader breaks over some texts, where it means to complain
            return "it is no XML that can be read to its end.";
        }
    }
}
