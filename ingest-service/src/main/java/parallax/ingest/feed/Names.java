package parallax.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Names of XML elements as they are meant: {@code dc:creator} whatever its prefix, and even if nobody declared it. */
final class Names {

    /** How the names of namespaces begin, spelled in more than one way as they are; the longest that fits tells the vocabulary. */
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("www.sitemaps.org/schemas/sitemap", ""),
            Map.entry("www.google.com/schemas/sitemap/", ""),
            Map.entry("purl.org/dc/elements", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.itunes.com/dtds/podcast", "itunes"),
            Map.entry("creativecommons.org/ns", "cc"),
            Map.entry("web.resource.org/cc", "cc"),
            Map.entry("backend.userland.com/creativecommonsrssmodule", "cc"),
            Map.entry("rssnamespace.org/feedburner", "feedburner"),
            Map.entry("www.google.com/schemas/sitemap-news", "news"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"));

    private Names() {}

    static String of(Element element) {
        String name = element.tagName();
        int colon = name.indexOf(':');
        String local = name.substring(colon + 1).toLowerCase(Locale.ROOT);
        String vocabulary = vocabulary(element.tag().namespace());
        if (vocabulary == null) {
            vocabulary = colon < 0 ? "" : name.substring(0, colon).toLowerCase(Locale.ROOT);
        }
        return vocabulary.isEmpty() ? local : vocabulary + ":" + local;
    }

    /** The children with this name. */
    static Stream<Element> all(Element parent, String name) {
        return parent.children().stream().filter(child -> of(child).equals(name));
    }

    /** The first child with the first of these names that is there. */
    static @Nullable Element first(@Nullable Element parent, String... names) {
        if (parent == null) {
            return null;
        }
        for (String name : names) {
            Element found = all(parent, name).findFirst().orElse(null);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The text of the first child with one of these names that has any, without blanks around it. */
    static @Nullable String text(@Nullable Element parent, String... names) {
        if (parent == null) {
            return null;
        }
        return List.of(names).stream()
                .flatMap(name -> all(parent, name))
                .map(Names::inner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What stands in an element: its text, or its markup if somebody forgot to escape it; null if nothing. */
    static @Nullable String inner(Element element) {
        String text = element.children().isEmpty() ? element.wholeText() : element.html();
        return text.isBlank() ? null : text.strip();
    }

    /** The attribute as it is meant, null if it is not there or empty. */
    static @Nullable String attribute(@Nullable Element element, String name) {
        String value = element == null ? "" : element.attr(name).strip();
        return value.isEmpty() ? null : value;
    }

    private static @Nullable String vocabulary(@Nullable String namespace) {
        if (namespace == null || namespace.equals(Parser.NamespaceXml)) { // what elements without any are given
            return null;
        }
        int scheme = namespace.indexOf("://");
        String plain = namespace.substring(scheme < 0 ? 0 : scheme + 3).toLowerCase(Locale.ROOT);
        String longest = "";
        for (String beginning : VOCABULARIES.keySet()) {
            if (beginning.length() > longest.length() && plain.startsWith(beginning)) {
                longest = beginning;
            }
        }
        return VOCABULARIES.get(longest);
    }
}
