package parallax.ingest.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Sitemaps, with the extension for news, and indexes of sitemaps. They name pages, not texts. */
final class Sitemap {

    private Sitemap() {}

    static Feed read(Element root, Delivered delivered, Warnings warnings) {
        FeedDates dates = new FeedDates(delivered.at(), null, warnings);
        boolean index = Names.of(root).equals("sitemapindex");
        return new Feed(
                index ? "sitemap-index" : "sitemap",
                null,
                null,
                null,
                null,
                index ? List.of() : Items.of(pages(root, delivered, dates, warnings), null, warnings),
                index ? sitemaps(root, delivered, dates) : List.of(),
                warnings.list());
    }

    private static List<Draft> pages(Element root, Delivered delivered, FeedDates dates, Warnings warnings) {
        return Names.all(root, "url")
                .map(page -> {
                    Element news = Names.first(page, "news:news");
                    Element publication = Names.first(news, "news:publication");
                    String location = Names.text(page, "loc");
                    String url = Urls.resolve(delivered.address(), location);
                    if (url == null) {
                        warnings.add(
                                "link-unreadable",
                                "The link " + Warnings.quote(Objects.requireNonNullElse(location, ""))
                                        + " is no web address.");
                    }
                    String title = Words.line(Names.text(news, "news:title"), "title", warnings);
                    return new Draft(
                            url,
                            url,
                            title == null ? url : title,
                            null,
                            dates.read(Names.text(news, "news:publication_date")),
                            dates.read(Names.text(page, "lastmod")),
                            Words.language(Names.text(publication, "news:language")),
                            null,
                            false,
                            keywords(Names.text(news, "news:keywords")),
                            null);
                })
                .filter(page -> page.url() != null)
                .toList();
    }

    private static List<String> keywords(@Nullable String list) {
        List<@Nullable String> keywords = new ArrayList<>();
        if (list != null) {
            for (String keyword : list.split(",", -1)) {
                keywords.add(keyword.isBlank() ? null : keyword.strip());
            }
        }
        return Items.lines(keywords);
    }

    private static List<String> sitemaps(Element root, Delivered delivered, FeedDates dates) {
        record Named(String url, Instant at) {}
        return Names.all(root, "sitemap")
                .map(sitemap -> new Named(
                        Objects.requireNonNullElse(Urls.resolve(delivered.address(), Names.text(sitemap, "loc")), ""),
                        Objects.requireNonNullElse(dates.read(Names.text(sitemap, "lastmod")), Instant.MIN)))
                .filter(named -> !named.url().isEmpty())
                .sorted(Comparator.comparing(Named::at).reversed())
                .map(Named::url)
                .distinct()
                .toList();
    }
}
