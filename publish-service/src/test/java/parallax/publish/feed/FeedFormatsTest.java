package parallax.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.Samples;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;

class FeedFormatsTest {

    private static final Item.Dates DATES = new Item.Dates(Samples.TIME, Samples.TIME.plusSeconds(60));
    private static final String TITLE = "馬斯克 & <b>機器人</b> \u0001 ]]> 🤖";

    @ParameterizedTest
    @EnumSource(names = {"RSS", "ATOM"})
    void a_reader_gets_back_what_was_meant(FeedFormat format) throws Exception {
        SyndFeed feed = new SyndFeedInput()
                .build(new InputStreamReader(
                        new ByteArrayInputStream(format.write(feed(item())).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getTitle()).isEqualTo("馬斯克 & 機器人  ]]> 🤖");
        assertThat(entry.getUri()).isEqualTo("urn:parallax:story:s%201");
        assertThat(entry.getLink()).isEqualTo("https://f/stories/s%201");
        assertThat(entry.getAuthor()).isEqualTo("Ann Author");
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo(Samples.TIME);
        assertThat(entry.getContents().get(0).getValue())
                .contains("Automatic transcript", "<table>", "Also covered by");
        assertThat(entry.getCategories()).extracting("name").contains("Elon Musk");
    }

    @Test
    void json_feed_has_the_same() {
        String json = FeedFormat.JSON.write(feed(item()));
        assertThat(json)
                .contains("https://jsonfeed.org/version/1.1", "urn:parallax:story:s%201", "date_published", "🤖")
                .doesNotContain("\\u0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "<img src=x onerror=alert(1)>",
                "![x](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<style>*{background:url(//evil)}</style>",
                "<p style=\"position:fixed\" onclick=\"alert(1)\">x</p>",
                "<form action=//evil><input name=q></form>",
                "<object data=\"https://evil.example\"></object>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=refresh content=\"0;url=//evil\">"
            })
    void hostile_text_is_harmless(String hostile) {
        assertThat(SafeHtml.of("Before\n\n" + hostile + "\n\nAfter", "https://example.org/a/b"))
                .contains("Before", "After")
                .doesNotContainIgnoringCase(
                        "<script", "onerror=", "onclick", "<iframe", "<svg", "style=", "<form", "<object")
                .doesNotContainIgnoringCase("<base", "<meta", "href=\"javascript", "src=\"data", "<style");
    }

    @Test
    void relative_links_become_absolute_and_endless_nesting_ends() {
        assertThat(SafeHtml.of("[x](../c) ![y](i.png)", "https://example.org/a/b"))
                .contains("https://example.org/c", "https://example.org/a/i.png");
        assertThat(SafeHtml.of("[x](../../c?d#e) ![y](../i.png)", "https://example.org/b"))
                .contains("\"https://example.org/c?d#e\"", "\"https://example.org/i.png\"");
        assertThat(SafeHtml.of("[x](c)", null)).doesNotContain("href");
        assertThat(SafeHtml.of(">".repeat(50_000) + " x", null)).isNotEmpty();
    }

    @Test
    void chinese_punctuation_stays_readable_and_full_width_markup_stays_harmless() {
        assertThat(SafeHtml.of("你好，世界！（一）：二；三？ &#xff0c; `&#xff0c;`", null))
                .contains("你好，世界！（一）：二；三？ ， <code>&amp;#xff0c;</code>");
        assertThat(SafeHtml.of("＜script＞ ＂ ＇ ＆", null)).doesNotContain("＜", "＞", "＂", "＇", "＆");
    }

    private static Item item() {
        return item(Wording.CODES);
    }

    private static Item item(Wording wording) {
        ArticleEnriched lead = Samples.article(
                "lead",
                "r",
                "s",
                TITLE,
                "| a |\n|---|\n| b |\n\n`code`",
                false,
                "transcript",
                List.of("asr-transcript"),
                Rights.FULL,
                Samples.TIME);
        ArticleEnriched other = Samples.article(
                "other",
                "r",
                "s",
                "Other",
                "x",
                false,
                "transcript",
                List.of("asr-transcript"),
                Rights.SUMMARY,
                Samples.TIME);
        return Items.of(
                OutsideStory.of(Samples.story("s 1", 1, lead, other), List.of(lead, other), EditorsWord.NONE)
                        .orElseThrow(),
                DATES,
                "https://f",
                wording);
    }

    /** What readers have stays; who opens the page of an item finds no codes. */
    @Test
    void feeds_have_codes_and_pages_have_words() {
        assertThat(item(Wording.CODES).html())
                .contains("Outlet of s (zh-Hant)", "Dwarkesh Podcast · 2026-02-05 · 169 min");
        assertThat(item(Wording.WORDS).html())
                .contains("Outlet of s (繁體中文)", "Dwarkesh Podcast · 5 February 2026 · 169 min")
                .doesNotContain("zh-Hant", "2026-02");
    }

    @Test
    void a_filter_may_hold_any_character_but_no_broken_one() {
        assertThat(FeedFilter.of(Map.of("entity", List.of("𠮷野家"))).words()).contains("𠮷野家");
        assertThatThrownBy(() -> FeedFilter.of(Map.of("entity", List.of("\uD842"))))
                .hasMessageContaining("entity");
        assertThatThrownBy(() -> FeedFilter.of(Map.of("entity", List.of("a\u0000"))))
                .hasMessageContaining("entity");
    }

    @Test
    void rights_and_labels_show_in_the_content() {
        ArticleEnriched summary = Samples.article(
                "x",
                "r",
                "s",
                "T",
                "Whole text",
                false,
                "summary",
                List.of("machine-summary"),
                Rights.SUMMARY,
                Samples.TIME);
        Item item = Items.of(OutsideArticle.full(summary), DATES, "https://f", Wording.CODES);
        assertThat(item.html())
                .contains("Machine-made summary", "Excerpt of T", "Ann Author", "Outlet of s", "https://example.org/x")
                .doesNotContain("Whole text");
    }

    /** Whatever stands in the items: what is put together from pieces is to the byte what would be written in one. */
    @ParameterizedTest
    @EnumSource
    void a_document_of_pieces_is_the_document(FeedFormat format) {
        List<Item> items = new ArrayList<>();
        for (String hostile : List.of(
                "plain",
                "</item></channel><item> </entry></feed><entry> ]]> &lt;/item&gt;",
                "\"items\":[ ] ]} , \\",
                "`</item>` `]]>` \u2028 🤖")) {
            ArticleEnriched article = Samples.article("id " + hostile, hostile, hostile + "\n\n    " + hostile);
            items.add(Items.of(OutsideArticle.full(article), DATES, "https://f", Wording.CODES));
            items.add(item());
        }
        FeedPress press = new FeedPress();
        List<Written> written = items.stream().map(Written::new).toList();
        for (int size : new int[] {0, 1, 2, items.size(), items.size()}) {
            for (String words : List.of("plain", "<a> & \"b\" 'c' \\ > 馬斯克 \uE003")) {
                for (Feed.Links links : List.of(
                        Feed.Links.NONE,
                        new Feed.Links("https://f/?a=1&b=\"<", null, "https://f/p", null, null),
                        new Feed.Links(null, "https://f/f", null, "https://f/n", "https://f/c"))) {
                    Feed feed = new Feed(
                            "urn:f" + words,
                            "T " + words,
                            "D " + words,
                            "https://f/self?" + words,
                            "https://f/",
                            "https://f/websub",
                            Samples.TIME,
                            links,
                            items.subList(0, size));
                    assertThat(new String(
                                    press.print(feed, written.subList(0, size), format)
                                            .plain(),
                                    StandardCharsets.UTF_8))
                            .isEqualTo(format.write(feed));
                }
            }
        }
    }

    private static Feed feed(Item item) {
        return new Feed(
                "urn:f",
                "Title",
                "What",
                "https://f/self",
                "https://f/",
                "https://f/websub",
                Samples.TIME,
                Feed.Links.NONE,
                List.of(item));
    }
}
