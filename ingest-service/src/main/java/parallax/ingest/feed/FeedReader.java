package parallax.ingest.feed;

import org.jsoup.nodes.Element;

/** Reads feeds of every format, the broken ones too: what can be made out is taken, and what is wrong is told. */
public final class FeedReader {

    private FeedReader() {}

    /**
     * The feed that {@code delivered} holds; of one that was cut, its whole items.
     *
     * @throws UnreadableFeed if it holds none
     */
    public static Feed read(Delivered delivered) throws UnreadableFeed {
        Warnings warnings = new Warnings();
        byte[] body = delivered.cut() ? FeedText.toLastMark(delivered.body()) : delivered.body();
        String text = FeedText.decode(body, delivered.contentType(), warnings);
        if (text.isBlank()) {
            throw new UnreadableFeed("The answer is empty.", null);
        }
        if (text.stripLeading().startsWith("{")) {
            return JsonFeed.read(text, delivered, warnings);
        }
        Element root = FeedXml.root(text, delivered.cut(), warnings);
        return switch (Names.of(root)) {
            case "rss", "rdf:rdf", "rdf" -> RssFeed.read(root, delivered, warnings);
            case "feed", "atom:feed" -> AtomFeed.read(root, delivered, warnings);
            case "urlset", "sitemapindex" -> Sitemap.read(root, delivered, warnings);
            case "channel" -> RssFeed.read(root, delivered, warnings);
            default -> throw FeedXml.noFeed(root, delivered.address());
        };
    }
}
