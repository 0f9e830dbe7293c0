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
import java.util.Date;
import java.util.List;

/** Atom, RFC 4287. */
final class AtomFeed {

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
            return new WireFeedOutput().outputString(atom);
        } catch (FeedException e) {
            throw new IllegalStateException("the feed cannot be written as Atom", e);
        }
    }

    private static Entry entry(Item item) {
        Entry entry = new Entry();
        entry.setId(item.id());
        entry.setTitle(item.title());
        entry.setPublished(Date.from(item.published()));
        entry.setUpdated(Date.from(item.updated()));
        entry.setAuthors(person(item.author()));
        if (item.url() != null) {
            entry.setAlternateLinks(List.of(link("alternate", "text/html", item.url())));
        }
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
