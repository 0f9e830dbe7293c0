package parallax.publish.feed;

import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** What RSS and Atom have in common and ROME has no words for: paging, archives, hubs, people and players. */
final class FeedXml {

    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    private static final Namespace HISTORY = Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");
    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");
    private static final Namespace PODCAST =
            Namespace.getNamespace("podcast", "https://podcastindex.org/namespace/1.0");

    private static final XMLOutputter ESCAPING =
            new XMLOutputter(Format.getRawFormat().setEncoding("UTF-8"));

    private FeedXml() {}

    static String write(Document document) {
        return new XMLOutputter(Format.getRawFormat().setEncoding("UTF-8")).outputString(document);
    }

    static String escaped(String text, boolean attribute) {
        return attribute ? ESCAPING.escapeAttributeEntities(text) : ESCAPING.escapeElementEntities(text);
    }

    /** Declared once, at the top, instead of at every element. */
    static void declare(Element root) {
        List.of(HISTORY, MEDIA, PODCAST).forEach(root::addNamespaceDeclaration);
    }

    /** Links to the hub and to other documents of the feed, before {@code place} among the children of {@code channel}. */
    static void links(Element channel, int place, Feed feed, FeedFormat format, Namespace atom) {
        Feed.Links links = feed.links();
        int next = place;
        next = link(channel, next, atom, "hub", null, feed.hub());
        next = link(channel, next, atom, "next", format, links.next());
        next = link(channel, next, atom, "first", format, links.first());
        next = link(channel, next, atom, "prev-archive", format, links.previousArchive());
        next = link(channel, next, atom, "next-archive", format, links.nextArchive());
        next = link(channel, next, atom, "current", format, links.current());
        if (links.archive()) {
            channel.addContent(next, new Element("archive", HISTORY));
        }
    }

    /** Who speaks, and where it can be heard or seen. */
    static void recordings(Element entry, Item item) {
        for (Item.Person person : item.people()) {
            entry.addContent(new Element("person", PODCAST)
                    .setAttribute("role", person.role())
                    .setText(person.name()));
        }
        for (Item.Recording recording : item.recordings()) {
            Element content = new Element("content", MEDIA);
            if (recording.mediaType() == null) {
                content.addContent(new Element("player", MEDIA).setAttribute("url", recording.url()));
            } else {
                content.setAttribute("url", recording.url()).setAttribute("type", recording.mediaType());
            }
            entry.addContent(content);
        }
    }

    private static int link(
            Element channel,
            int place,
            Namespace atom,
            String rel,
            @Nullable FeedFormat format,
            @Nullable String href) {
        if (href == null) {
            return place;
        }
        Element link = new Element("link", atom).setAttribute("rel", rel).setAttribute("href", href);
        if (format != null) {
            link.setAttribute("type", format.bareType());
        }
        channel.addContent(place, link);
        return place + 1;
    }
}
