package parallax.publish.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Atom, RFC 4287. */
final class AtomFeed {

    private static final Namespace ATOM = Namespace.getNamespace("http://www.w3.org/2005/Atom");

    private AtomFeed() {}

    static String write(Feed feed) {
        com.rometools.rome.feed.atom.Feed atom = new com.rometools.rome.feed.atom.Feed("atom_1.0");
        atom.setEncoding("UTF-8");
        atom.setId(feed.id());
        atom.setTitle(feed.title());
        Content subtitle = new Content();
        subtitle.setType("text");
        subtitle.setValue(feed.description());
        atom.setSubtitle(subtitle);
        atom.setUpdated(Date.from(feed.updated()));
        atom.setAuthors(person(feed.title()));
        Generator generator = new Generator();
        generator.setValue("Parallax");
        atom.setGenerator(generator);
        atom.setAlternateLinks(List.of(link("alternate", "text/html", feed.home())));
        atom.setOtherLinks(List.of(link("self", "application/atom+xml", feed.self())));
        atom.setEntries(feed.items().stream().map(AtomFeed::entry).toList());
        try {
            return FeedXml.write(completed(new WireFeedOutput().outputJDom(atom), feed));
        } catch (FeedException e) {
            throw new IllegalStateException("the feed cannot be written as Atom", e);
        }
    }

    private static Document completed(Document document, Feed feed) {
        Element root = document.getRootElement();
        FeedXml.declare(root);
        FeedXml.links(root, root.indexOf(root.getChild("link", ATOM)) + 1, feed, FeedFormat.ATOM, ATOM);
        List<Element> entries = root.getChildren("entry", ATOM);
        for (int n = 0; n < entries.size(); n++) {
            Item item = feed.items().get(n);
            Element entry = entries.get(n);
            entry.setAttribute("lang", item.language(), Namespace.XML_NAMESPACE);
            // ROME writes whole seconds, by which two entries could not be told apart.
            entry.getChild("published", ATOM).setText(item.published().toString());
            entry.getChild("updated", ATOM).setText(item.updated().toString());
            FeedXml.recordings(entry, item);
        }
        return document;
    }

    private static Entry entry(Item item) {
        Entry entry = new Entry();
        entry.setId(item.id());
        entry.setTitle(item.title());
        entry.setPublished(Date.from(item.published()));
        entry.setUpdated(Date.from(item.updated()));
        entry.setAuthors(person(item.author()));
        entry.setAlternateLinks(List.of(link("alternate", "text/html", item.permalink())));
        entry.setOtherLinks(others(item));
        if (item.summary() != null && !item.summary().isBlank()) {
            Content summary = new Content();
            summary.setType("text");
            summary.setValue(item.summary());
            entry.setSummary(summary);
        }
        Content content = new Content();
        content.setType("html");
        content.setValue(item.html());
        entry.setContents(List.of(content));
        entry.setCategories(item.categories().stream().map(AtomFeed::category).toList());
        return entry;
    }

    /** The original, who else covered it, and the recording as a file. */
    private static List<Link> others(Item item) {
        List<Link> links = new ArrayList<>();
        if (item.original() != null) {
            links.add(link("via", "text/html", item.original()));
        }
        for (Item.Coverage other : item.coverage()) {
            if (other.url() != null
                    && links.stream().noneMatch(known -> known.getHref().equals(other.url()))) {
                Link link = link("related", "text/html", other.url());
                link.setTitle(other.title() + " – " + other.outlet());
                link.setHreflang(other.language());
                links.add(link);
            }
        }
        for (Item.Recording recording : item.recordings()) {
            if (recording.mediaType() != null) {
                links.add(link("enclosure", recording.mediaType(), recording.url()));
            }
        }
        return links;
    }

    private static Category category(String label) {
        Category category = new Category();
        category.setTerm(label);
        return category;
    }

    private static List<SyndPerson> person(String name) {
        Person person = new Person();
        person.setName(name);
        return List.of(person);
    }

    private static Link link(String rel, String type, String href) {
        Link link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(href);
        return link;
    }
}
