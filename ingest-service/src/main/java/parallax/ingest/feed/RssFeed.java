package parallax.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS 0.9x, 1.0 (RDF) and 2.0, with the vocabularies that are used in them. */
final class RssFeed {

    private static final int LONGEST_TTL = 7 * 24 * 60;

    private final Element channel;
    private final URI base;
    private final Warnings warnings;
    private final FeedDates dates;
    private final @Nullable String language;
    private final @Nullable String author;
    private final @Nullable String licence;

    private RssFeed(Element channel, Delivered delivered, Warnings warnings) {
        this.channel = channel;
        this.warnings = warnings;
        this.base = base(channel, delivered.address());
        this.language = Words.language(
                Objects.requireNonNullElse(Names.text(channel, "language", "dc:language"), channel.attr("xml:lang")));
        this.author =
                Words.person(Names.text(channel, "dc:creator", "itunes:author", "managingeditor", "author"), warnings);
        this.licence = licence(channel, null);
        this.dates = new FeedDates(delivered.at(), language, warnings);
    }

    static Feed read(Element root, Delivered delivered, Warnings warnings) {
        Element channel = root.tagName().equalsIgnoreCase("channel")
                ? root
                : Objects.requireNonNullElse(Names.first(root, "channel"), root);
        RssFeed feed = new RssFeed(channel, delivered, warnings);
        // RSS 1.0 has its items beside the channel; some have them in an element of their own.
        List<Draft> drafts = Stream.concat(Stream.of(channel, root).distinct(), Names.all(channel, "items"))
                .flatMap(parent -> Names.all(parent, "item"))
                .map(feed::item)
                .toList();
        return new Feed(
                Names.of(root).startsWith("rdf") ? "rdf" : "rss",
                Words.line(Names.text(channel, "title", "dc:title"), "title", warnings),
                feed.link("hub"),
                feed.link("self"),
                feed.ttl(),
                Items.of(drafts, feed.url(Names.text(channel, "link"), false), warnings),
                List.of(),
                warnings.list());
    }

    private Draft item(Element item) {
        String full = Names.text(item, "content:encoded", "xhtml:body", "body", "atom:content");
        String summary = Names.text(
                item,
                "description",
                "dc:description",
                "atom:summary",
                "media:description",
                "summary",
                "itunes:summary");
        String html = full == null ? summary : full;
        String guid = Names.text(item, "guid", "dc:identifier", "atom:id");
        if (guid == null) {
            guid = Names.attribute(item, "rdf:about");
        }
        if (guid == null) {
            warnings.add("guid-missing", "Items have no guid; they are told apart by their links.");
        }
        String itemLanguage = Words.language(Names.text(item, "dc:language"));
        String by = Words.person(Names.text(item, "dc:creator", "author", "itunes:author"), warnings);
        Element atomAuthor = Names.first(item, "atom:author");
        return new Draft(
                guid,
                url(item, guid),
                Words.line(Names.text(item, "title", "dc:title", "media:title", "itunes:title"), "title", warnings),
                by == null && atomAuthor != null
                        ? Words.person(Names.text(atomAuthor, "atom:name"), warnings)
                        : by == null ? author : by,
                dates.read(Names.text(
                        item,
                        "pubdate",
                        "dc:date",
                        "dcterms:created",
                        "dcterms:issued",
                        "atom:published",
                        "published",
                        "date")),
                dates.read(Names.text(item, "atom:updated", "dcterms:modified", "updated", "lastbuilddate")),
                itemLanguage == null ? language : itemLanguage,
                html == null ? null : html + enclosures(item),
                full != null || Words.seemsComplete(summary),
                tags(item),
                licence(item, licence));
    }

    private @Nullable String url(Element item, @Nullable String guid) {
        String original = Names.text(item, "feedburner:origlink");
        String link = Names.text(item, "link");
        if (original != null || link != null) {
            return url(original == null ? link : original, true);
        }
        Element atom = Names.all(item, "atom:link")
                .filter(found -> List.of("", "alternate").contains(found.attr("rel")))
                .findFirst()
                .orElse(Names.first(item, "link"));
        if (atom != null && atom.hasAttr("href")) {
            return url(atom.attr("href"), true);
        }
        Element element = Names.first(item, "guid");
        boolean permalink = element == null || !element.attr("isPermaLink").equalsIgnoreCase("false");
        if (guid != null && permalink && Urls.isAbsolute(guid)) {
            return url(guid, true);
        }
        Element about = Names.first(item, "comments");
        return about == null || guid == null || !Urls.isAbsolute(guid) ? null : url(guid, true);
    }

    private @Nullable String url(@Nullable String reference, boolean tell) {
        String url = Urls.resolve(base, reference);
        if (tell && reference != null) {
            if (url == null) {
                warnings.add("link-unreadable", "The link " + Warnings.quote(reference) + " is no web address.");
            } else if (!Urls.isAbsolute(reference)) {
                warnings.add(
                        "link-relative",
                        "The link " + Warnings.quote(reference) + " is relative; taken as " + url + ".");
            }
        }
        return url;
    }

    private List<String> tags(Element item) {
        List<@Nullable String> tags = new ArrayList<>();
        Stream.of("category", "dc:subject")
                .flatMap(name -> Names.all(item, name))
                .forEach(tag -> tags.add(Words.line(Names.inner(tag), "tag", warnings)));
        return Items.lines(tags);
    }

    /** Recordings beside the text belong to it. */
    private String enclosures(Element item) {
        StringBuilder html = new StringBuilder();
        Stream.of("enclosure", "media:content")
                .flatMap(name -> Names.all(item, name))
                .forEach(file -> {
                    String url = Urls.resolve(base, file.attr("url"));
                    boolean recording = file.attr("type").matches("(?i)(?:audio|video)/.*")
                            || file.attr("medium").matches("(?i)audio|video");
                    if (url != null && recording) {
                        html.append("\n<p><a href=\"")
                                .append(ItemPage.escape(url))
                                .append("\">")
                                .append(ItemPage.escape(url))
                                .append("</a></p>");
                    }
                });
        return html.toString();
    }

    private @Nullable String link(String relation) {
        return Names.all(channel, "atom:link")
                .filter(link -> List.of(
                                link.attr("rel").toLowerCase(Locale.ROOT).split(" ", -1))
                        .contains(relation))
                .map(link -> Urls.resolve(base, link.attr("href")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Duration ttl() {
        String minutes = Names.text(channel, "ttl");
        return minutes != null && minutes.matches("\\d{1,6}") && Integer.parseInt(minutes) > 0
                ? Duration.ofMinutes(Math.min(LONGEST_TTL, Integer.parseInt(minutes)))
                : null;
    }

    private static @Nullable String licence(Element element, @Nullable String otherwise) {
        Element licence = Names.first(element, "cc:license");
        String resource = Names.attribute(licence, "rdf:resource");
        String text = licence == null ? null : resource == null ? Names.inner(licence) : resource;
        String given = text == null ? Names.text(element, "dc:rights", "copyright", "atom:rights") : text;
        return given == null ? otherwise : given.replaceAll("\\s+", " ");
    }

    /** The site's address where the feed's own is of no use for what is relative to the site. */
    private static URI base(Element channel, URI address) {
        String declared = Names.attribute(channel, "xml:base");
        String link = declared == null ? Names.text(channel, "link") : declared;
        String resolved = Urls.resolve(address, link);
        return resolved == null ? address : URI.create(resolved);
    }
}
