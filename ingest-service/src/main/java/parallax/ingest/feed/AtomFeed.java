package parallax.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 and 0.3. */
final class AtomFeed {

    private final Element feed;
    private final URI address;
    private final Warnings warnings;
    private final FeedDates dates;

    private AtomFeed(Element feed, Delivered delivered, Warnings warnings) {
        this.feed = feed;
        this.address = delivered.address();
        this.warnings = warnings;
        this.dates = new FeedDates(delivered.at(), language(feed), warnings);
    }

    static Feed read(Element root, Delivered delivered, Warnings warnings) {
        AtomFeed feed = new AtomFeed(root, delivered, warnings);
        List<Draft> drafts = names("entry")
                .flatMap(name -> Names.all(root, name))
                .map(feed::entry)
                .toList();
        return new Feed(
                "atom",
                Words.line(text(root, "title"), "title", warnings),
                feed.link(root, "hub"),
                feed.link(root, "self"),
                null,
                Items.of(drafts, feed.link(root, "alternate"), warnings),
                List.of(),
                warnings.list());
    }

    private Draft entry(Element entry) {
        Element content = first(entry, "content");
        String full = content == null || content.hasAttr("src") ? null : html(content);
        Element summary = first(entry, "summary");
        String brief = summary == null ? null : html(summary);
        String guid = text(entry, "id");
        if (guid == null) {
            warnings.add("guid-missing", "Entries have no id; they are told apart by their links.");
        }
        String alternate = link(entry, "alternate");
        String url = alternate == null && content != null ? resolve(entry, content.attr("src")) : alternate;
        return new Draft(
                guid,
                url == null && guid != null && Urls.isAbsolute(guid) ? guid : url,
                Words.line(text(entry, "title"), "title", warnings),
                author(entry),
                dates.read(text(entry, "published", "issued", "created")),
                dates.read(text(entry, "updated", "modified")),
                language(entry),
                full == null ? brief : full,
                (full != null && !full.equals(brief)) || Words.seemsComplete(brief),
                tags(entry),
                rights(entry));
    }

    private @Nullable String author(Element entry) {
        Element source = first(entry, "source");
        for (Element element :
                Stream.of(entry, source, feed).filter(Objects::nonNull).toList()) {
            List<String> names = names("author")
                    .flatMap(name -> Names.all(element, name))
                    .map(author ->
                            Words.person(Objects.requireNonNullElse(text(author, "name"), author.ownText()), warnings))
                    .filter(Objects::nonNull)
                    .toList();
            if (!names.isEmpty()) {
                return String.join(", ", names);
            }
        }
        return Words.person(Names.text(entry, "dc:creator"), warnings);
    }

    private List<String> tags(Element entry) {
        List<@Nullable String> tags = new ArrayList<>();
        names("category").flatMap(name -> Names.all(entry, name)).forEach(category -> {
            String label = Names.attribute(category, "label");
            tags.add(Words.line(label == null ? Names.attribute(category, "term") : label, "tag", warnings));
        });
        return Items.lines(tags);
    }

    private @Nullable String rights(Element entry) {
        for (Element element : new Element[] {entry, feed}) {
            Element licence = names("link")
                    .flatMap(name -> Names.all(element, name))
                    .filter(link -> link.attr("rel").equals("license"))
                    .findFirst()
                    .orElse(null);
            String given = licence == null ? text(element, "rights", "copyright") : licence.attr("href");
            if (given != null && !given.isBlank()) {
                return given.replaceAll("\\s+", " ");
            }
        }
        return null;
    }

    private @Nullable String link(Element parent, String relation) {
        return names("link")
                .flatMap(name -> Names.all(parent, name))
                .filter(link -> {
                    String given = link.attr("rel").toLowerCase(Locale.ROOT);
                    return given.equals(relation) || (given.isEmpty() && relation.equals("alternate"));
                })
                .map(link -> resolve(link, link.attr("href")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String resolve(Element element, String reference) {
        if (reference.isBlank()) {
            return null;
        }
        URI base = address;
        List<Element> line = new ArrayList<>(element.parents());
        Collections.reverse(line);
        line.add(element);
        boolean declared = false;
        for (Element ancestor : line) {
            String given = Urls.resolve(base, ancestor.attr("xml:base"));
            declared = declared || given != null;
            base = given == null ? base : URI.create(given);
        }
        String url = Urls.resolve(base, reference);
        if (url == null) {
            warnings.add("link-unreadable", "The link " + Warnings.quote(reference) + " is no web address.");
        } else if (!declared && !Urls.isAbsolute(reference)) {
            warnings.add(
                    "link-relative", "The link " + Warnings.quote(reference) + " is relative; taken as " + url + ".");
        }
        return url;
    }

    /** As HTML, whichever of the three types it is. */
    private static @Nullable String html(Element construct) {
        String text = Names.inner(construct);
        boolean plain = construct.children().isEmpty()
                && List.of("", "text", "text/plain")
                        .contains(construct.attr("type").toLowerCase(Locale.ROOT));
        return text == null || !plain || text.contains("</") ? text : ItemPage.paragraphs(text);
    }

    private static @Nullable String language(Element element) {
        for (Element at = element; at != null; at = at.parent()) {
            String language = Words.language(Names.attribute(at, "xml:lang"));
            if (language != null) {
                return language;
            }
        }
        return null;
    }

    private static @Nullable String text(Element parent, String... names) {
        return Names.text(parent, names(names).toArray(String[]::new));
    }

    private static @Nullable Element first(Element parent, String name) {
        return Names.first(parent, names(name).toArray(String[]::new));
    }

    /** With the namespace, and without for those who forgot it. */
    private static Stream<String> names(String... names) {
        return Stream.of(names).flatMap(name -> Stream.of("atom:" + name, name));
    }
}
