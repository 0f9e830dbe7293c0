package parallax.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where each format says each thing of an item: the RSS Best Practices Profile, Atom (RFC 4287), JSON Feed 1.1. */
class FeedElementsTest {

    private static final Instant PUBLISHED = Instant.parse("2026-02-06T04:00:00.007Z");

    private static final Item ITEM = item("https://example.org/feed.xml");

    private static Item item(@Nullable String feed) {
        return new Item(
                "urn:parallax:story:s",
                "Title",
                "https://f/stories/s",
                "https://example.org/lead",
                feed,
                "<p>Text</p>",
                "[Machine-made summary] Summary",
                "Ann",
                "Outlet",
                "zh-Hant",
                List.of("Elon Musk", "Artificial intelligence"),
                List.of("Machine-made summary"),
                List.of(new Item.Coverage("Other", "https://other.example/a", "Other outlet", "en", List.of())),
                List.of(new Item.Person("Elon Musk", "guest"), new Item.Person("Dwarkesh Patel", "host")),
                List.of(
                        new Item.Recording("https://cast.example/talk.mp3", "audio/mpeg"),
                        new Item.Recording("https://www.youtube.com/watch?v=x", null)),
                PUBLISHED,
                PUBLISHED.plusSeconds(60));
    }

    @Test
    void rss() {
        assertThat(written(FeedFormat.RSS))
                .contains(
                        "<atom:link href=\"https://f/feeds/stories.x\" type=\"application/rss+xml\" rel=\"self\" />",
                        "rel=\"hub\" href=\"https://f/websub\"",
                        "rel=\"next\" href=\"https://f/next\"",
                        "<guid isPermaLink=\"false\">urn:parallax:story:s</guid>",
                        "<link>https://f/stories/s</link>",
                        "<pubDate>Fri, 06 Feb 2026 04:00:00 GMT</pubDate>",
                        "<description>[Machine-made summary] Summary</description>",
                        "<content:encoded>&lt;p&gt;Text&lt;/p&gt;</content:encoded>",
                        "<dc:creator>Ann</dc:creator>",
                        "<dc:language>zh-Hant</dc:language>",
                        "<category>Elon Musk</category>",
                        "<category>Artificial intelligence</category>",
                        "<source url=\"https://example.org/feed.xml\">Outlet</source>",
                        "<enclosure url=\"https://cast.example/talk.mp3\" length=\"0\" type=\"audio/mpeg\" />",
                        "<media:content url=\"https://cast.example/talk.mp3\"",
                        "<podcast:person role=\"guest\">Elon Musk</podcast:person>",
                        "<podcast:person role=\"host\">Dwarkesh Patel</podcast:person>");
    }

    @Test
    void rss_names_no_source_of_what_came_from_no_feed() {
        assertThat(written(FeedFormat.RSS, item(null)))
                .doesNotContain("<source")
                .contains("<dc:creator>Ann<");
    }

    @Test
    void atom() {
        assertThat(written(FeedFormat.ATOM))
                .contains(
                        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://f/feeds/stories.x\" />",
                        "rel=\"hub\" href=\"https://f/websub\"",
                        "<entry xml:lang=\"zh-Hant\">",
                        "<id>urn:parallax:story:s</id>",
                        "<published>2026-02-06T04:00:00.007Z</published>",
                        "<updated>2026-02-06T04:01:00.007Z</updated>",
                        "<name>Ann</name>",
                        "<category term=\"Elon Musk\" />",
                        "<summary type=\"text\">[Machine-made summary] Summary</summary>",
                        "<content type=\"html\">&lt;p&gt;Text&lt;/p&gt;</content>",
                        "<podcast:person role=\"guest\">Elon Musk</podcast:person>")
                .containsPattern("<link rel=\"via\"[^>]* href=\"https://example.org/lead\"")
                .containsPattern("<link rel=\"related\"[^>]* href=\"https://other.example/a\"")
                .contains("hreflang=\"en\"", "title=\"Other – Other outlet\"")
                .containsPattern("<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://cast.example/talk.mp3\"");
    }

    @Test
    void json_feed() {
        assertThat(written(FeedFormat.JSON))
                .contains(
                        "\"version\":\"https://jsonfeed.org/version/1.1\"",
                        "\"feed_url\":\"https://f/feeds/stories.x\"",
                        "\"next_url\":\"https://f/next\"",
                        "\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://f/websub\"}]",
                        "\"id\":\"urn:parallax:story:s\"",
                        "\"external_url\":\"https://example.org/lead\"",
                        "\"date_published\":\"2026-02-06T04:00:00.007Z\"",
                        "\"authors\":[{\"name\":\"Ann\"}]",
                        "\"tags\":[\"Elon Musk\",\"Artificial intelligence\"]",
                        "\"language\":\"zh-Hant\"",
                        "\"attachments\":[{\"url\":\"https://cast.example/talk.mp3\",\"mime_type\":\"audio/mpeg\"}]",
                        "\"outlet\":\"Other outlet\"",
                        "\"labels\":[\"Machine-made summary\"]");
    }

    private static String written(FeedFormat format) {
        return written(format, ITEM);
    }

    private static String written(FeedFormat format, Item item) {
        return format.write(new Feed(
                "urn:f",
                "Title",
                "What",
                "https://f/feeds/stories.x",
                "https://f/",
                "https://f/websub",
                PUBLISHED,
                new Feed.Links("https://f/next", null, null, null, null),
                List.of(item)));
    }
}
