package parallax.publish.feed;

import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Source;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;

/** RSS 2.0, with {@code content:encoded}, {@code dc:creator} and {@code atom:link}. */
final class RssFeed {

    private RssFeed() {}

    static String write(Feed feed) {
        Channel channel = new Channel("rss_2.0");
        channel.setEncoding("UTF-8");
        channel.setTitle(feed.title());
        channel.setLink(feed.home());
        channel.setDescription(feed.description());
        channel.setLastBuildDate(Date.from(feed.updated()));
        channel.setGenerator("Parallax");
        channel.setDocs("https://www.rssboard.org/rss-specification");
        AtomLinkModuleImpl atom = new AtomLinkModuleImpl();
        Link self = new Link();
        self.setRel("self");
        self.setType("application/rss+xml");
        self.setHref(feed.self());
        atom.setLinks(List.of(self));
        channel.setModules(new ArrayList<Module>(List.of(atom)));
        channel.setItems(feed.items().stream().map(RssFeed::item).toList());
        try {
            return FeedXml.write(completed(new WireFeedOutput().outputJDom(channel), feed));
        } catch (FeedException e) {
            throw new IllegalStateException("the feed cannot be written as RSS", e);
        }
    }

    private static Document completed(Document document, Feed feed) {
        FeedXml.declare(document.getRootElement());
        Element channel = document.getRootElement().getChild("channel");
        FeedXml.links(
                channel,
                channel.indexOf(channel.getChild("link", FeedXml.ATOM)) + 1,
                feed,
                FeedFormat.RSS,
                FeedXml.ATOM);
        List<Element> items = channel.getChildren("item");
        for (int n = 0; n < items.size(); n++) {
            FeedXml.recordings(items.get(n), feed.items().get(n));
        }
        return document;
    }

    private static com.rometools.rome.feed.rss.Item item(Item item) {
        com.rometools.rome.feed.rss.Item rss = new com.rometools.rome.feed.rss.Item();
        rss.setTitle(item.title());
        rss.setLink(item.permalink());
        if (item.feed() != null) {
            rss.setSource(source(item.outlet(), item.feed()));
        }
        Guid guid = new Guid();
        guid.setPermaLink(false);
        guid.setValue(item.id());
        rss.setGuid(guid);
        rss.setPubDate(Date.from(item.published()));
        if (item.summary() != null && !item.summary().isBlank()) {
            Description description = new Description();
            description.setType("text/plain");
            description.setValue(item.summary());
            rss.setDescription(description);
        }
        Content content = new Content();
        content.setType("html");
        content.setValue(item.html());
        rss.setContent(content);
        item.recordings().stream()
                .filter(recording -> recording.mediaType() != null)
                .findFirst() // RSS knows one
                .ifPresent(recording -> rss.setEnclosures(List.of(enclosure(recording))));
        rss.setCategories(item.categories().stream().map(RssFeed::category).toList());
        DCModuleImpl dublinCore = new DCModuleImpl();
        dublinCore.setCreator(item.author());
        dublinCore.setLanguage(item.language());
        rss.setModules(new ArrayList<Module>(List.of(dublinCore)));
        return rss;
    }

    /** Who had it first, with the address of their feed: what came to us otherwise has none. */
    private static Source source(String outlet, String feed) {
        Source source = new Source();
        source.setValue(outlet);
        source.setUrl(feed);
        return source;
    }

    private static Enclosure enclosure(Item.Recording recording) {
        Enclosure enclosure = new Enclosure();
        enclosure.setUrl(recording.url());
        enclosure.setType(recording.mediaType());
        enclosure.setLength(0); // not known
        return enclosure;
    }

    private static Category category(String label) {
        Category category = new Category();
        category.setValue(label);
        return category;
    }
}
