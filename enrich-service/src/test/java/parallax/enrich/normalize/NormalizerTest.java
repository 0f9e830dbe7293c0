package parallax.enrich.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.text.TracedText;
import parallax.events.ArticleEnriched.Embed;
import parallax.events.DocumentReceived;
import parallax.events.Rights;

class NormalizerTest {

    @Test
    void an_eleventy_post_gives_its_header_and_stays_a_draft() {
        Article article = seed("000");
        assertThat(article.title()).hasToString("埃隆·马斯克访谈：Optimus、Tesla、星链、星舰与西方文明的未来");
        assertThat(article.draft()).isTrue();
        assertThat(article.language()).isEqualTo("zh-Hans");
        assertThat(article.form()).isEqualTo("article");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2025-10-17T12:00:00Z"));
        assertThat(article.metadata().all(Field.TAG))
                .extracting(TracedText::toString)
                .contains("ai", "space-exploration");
        assertThat(article.markdown()).startsWith("### 马斯克对西方社会").doesNotContain("layout: post.njk");
    }

    @Test
    void a_chat_models_answer_loses_greeting_and_mark_and_is_labelled() {
        Article article = seed("001");
        assertThat(article.labels()).containsExactly("machine-summary");
        assertThat(article.language()).isEqualTo("zh-Hant");
        assertThat(article.title()).hasToString("埃隆·馬斯克深度訪談摘要：洞察未來科技格局與人類文明方向");
        assertThat(article.markdown()).doesNotContain("好的", "model=gemini").startsWith("**訪談背景：**");
    }

    @Test
    void a_captured_video_page_gives_its_fields_and_loses_its_diagram() {
        Article article = seed("002");
        assertThat(article.title()).hasToString("马斯克最新3小时访谈！直言人类留在流程里只会拖慢效率！");
        assertThat(article.url()).isEqualTo("https://b23.tv/8zfwGxa");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-11T18:37:01.933184Z"));
        assertThat(article.labels()).containsExactly("asr-transcript", "machine-summary");
        assertThat(article.form()).isEqualTo("transcript");
        assertThat(article.embeds()).extracting(Embed::id).containsExactly("BV1aPcTzoESr");
        assertThat(article.markdown()).doesNotContain("graph LR", "Duration: 7:59", "Description:", "subgraph");
    }

    @Test
    void a_hugo_post_turns_shortcodes_into_embeds() {
        Article article = seed("003");
        assertThat(article.language()).isEqualTo("zh-Hant");
        assertThat(article.draft()).isFalse();
        assertThat(article.embeds()).extracting(Embed::kind).containsExactly("youtube", "spotify", "apple-podcast");
        assertThat(article.markdown()).doesNotContain("{{<", "](/posts/", "](/images/");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-06T04:00:00Z"));
    }

    @Test
    void a_scraped_page_loses_menu_and_related_posts() {
        Article article = seed("004");
        assertThat(article.title()).hasToString("马斯克的“加速”与“刹车”悖论：我们到底在把世界引向何处？");
        assertThat(article.form()).isEqualTo("commentary");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2025-09-18T12:00:00Z"));
        assertThat(article.metadata().all(Field.TAG))
                .extracting(TracedText::toString)
                .containsExactly("AI", "马斯克", "未来", "思考");
        assertThat(article.markdown())
                .startsWith("在All-In Postcast上")
                .doesNotContain("Agent Lightning", "Ray Dalio", "阅读时间", "文章信息");
    }

    @Test
    void every_word_of_an_article_stands_where_it_says() {
        for (DocumentReceived seed : Seeds.all()) {
            TracedText text = Normalizer.normalize(seed).text();
            for (int i = 0; i < text.length(); i++) {
                assertThat(seed.content().charAt(text.place(i, i + 1).start())).isEqualTo(text.charAt(i));
            }
        }
    }

    @Test
    void a_web_page_is_read_without_the_page_around_it() {
        String page = """
                <!doctype html><html><head><title>Site</title><meta property="og:title" content="A talk &amp; a walk">
                <meta property="article:published_time" content="2026-02-06T10:00:00+01:00"><link rel="canonical" href="https://example.org/talk"></head>
                <body><nav><a href="/">Home</a></nav><article><h1>A talk</h1><p>She said 10,000 launches &amp; more.</p>
                <p>See <a href="/next">next</a>.</p></article><footer>Imprint</footer><script>alert(1)</script></body></html>
                """;
        Article article = Normalizer.normalize(document("text/html", page));
        assertThat(article.title()).hasToString("A talk & a walk");
        assertThat(article.url()).isEqualTo("https://example.org/talk");
        assertThat(article.publishedAt()).isEqualTo(Instant.parse("2026-02-06T09:00:00Z"));
        assertThat(article.text().toString())
                .contains("10,000 launches & more")
                .doesNotContain("Home", "Imprint", "alert");
        assertThat(article.markdown())
                .contains("[next](https://example.org/next)")
                .doesNotContain("alert");
        int at = article.text().toString().indexOf("more");
        assertThat(page.substring(article.text().place(at, at + 4).start())).startsWith("more");
    }

    @Test
    void what_only_looks_like_chrome_stays() {
        Article article = Normalizer.normalize(document(
                "text/markdown",
                "Here is what I learned: about tags.\n\n# Tags\n\nA chapter on tags.\n\nRelated work is discussed below.\n\n"
                        + "More text. ".repeat(50)));
        assertThat(article.labels()).isEmpty();
        assertThat(article.markdown()).contains("A chapter on tags.", "Related work is discussed below.");
    }

    @Test
    void a_text_without_title_or_words_is_called_by_its_id() {
        assertThat(Normalizer.normalize(document("text/plain", "---\n***\n"))
                        .title()
                        .toString())
                .isNotBlank();
    }

    @Test
    void a_text_in_one_line_keeps_it_and_is_called_by_how_it_begins() {
        String sentence = "Dr. Lee told us how the robots learn to walk.";
        String line = sentence + " Then she went on. " + "They fall and get up again, ".repeat(20) + "and so on.";
        Article article = Normalizer.normalize(document("text/plain", line));
        assertThat(article.title()).hasToString(sentence);
        assertThat(article.text()).hasToString(line);

        Article endless = Normalizer.normalize(document("text/plain", "they fall and get up again ".repeat(40)));
        assertThat(endless.title().toString()).hasSizeBetween(130, 160).endsWith("…");
        assertThat(endless.title().toString())
                .matches("(they fall and get up again )*(they|fall|and|get|up|again| )*…");
        assertThat(endless.text().toString()).hasSizeGreaterThan(1000);

        Article chinese = Normalizer.normalize(document("text/plain", "馬斯克談機器人的未來，他很樂觀。" + "他又說了很多話，".repeat(60)));
        assertThat(chinese.title()).hasToString("馬斯克談機器人的未來，他很樂觀。");
        assertThat(Normalizer.normalize(document("text/plain", "𠮷".repeat(300)))
                        .title()
                        .toString())
                .matches("𠮷{79}…");

        Article brief = Normalizer.normalize(document("text/plain", "Robots will walk"));
        assertThat(brief.title()).hasToString("Robots will walk");
        assertThat(brief.text()).hasToString("Robots will walk");
        assertThat(Normalizer.normalize(document("text/markdown", "# Robots will walk"))
                        .text()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_text_that_begins_with_a_sentence_keeps_it() {
        Article article =
                Normalizer.normalize(document("text/plain", "Ann Lee met him on Friday.\n\nThey spoke for hours."));
        assertThat(article.title()).hasToString("Ann Lee met him on Friday.");
        assertThat(article.text()).hasToString("Ann Lee met him on Friday.\n\nThey spoke for hours.");
    }

    @Test
    void an_excerpt_ends_with_a_word() {
        String words = "He spoke for three hours about humanoid robots and launches. ".repeat(8);
        String excerpt = excerpt(words);
        assertThat(excerpt).hasSizeBetween(280, 300).endsWith("…");
        assertThat(words).startsWith(excerpt.substring(0, excerpt.length() - 1) + " ");
    }

    @Test
    void an_excerpt_of_what_is_written_without_spaces_ends_with_a_whole_character() {
        for (String character : List.of("馬", "𠮷", "e\u0301", "🤖", "x")) {
            String excerpt = excerpt(character.repeat(400));
            assertThat(excerpt.codePointCount(0, excerpt.length()))
                    .as(character)
                    .isBetween(298, 300);
            assertThat(excerpt).isEqualTo(character.repeat((excerpt.length() - 1) / character.length()) + "…");
        }
    }

    @Test
    void an_excerpt_that_fits_is_the_whole() {
        assertThat(excerpt("Short and\n whole.")).isEqualTo("Short and whole.");
    }

    @Test
    void an_excerpt_is_prose_without_code_and_tables() {
        assertThat(excerpt("""
                First words.

                ```python
                print(1 | 2)

                ```

                | a | b |
                |---|:-:|
                | 1 | 2 |

                Next words.

                ~~~~
                ```
                ~~~~
                a | b
                - | -
                1 | 2
                <table><tr><td>3</td></tr>
                </table>
                Last words | with a bar.
                ---
                """)).isEqualTo("First words. Next words. Last words | with a bar.");
        assertThat(excerpt("```\nonly = code\n```")).contains("only = code");
    }

    @Test
    void an_excerpt_of_a_page_is_prose_without_code_and_tables() {
        Article page = Normalizer.normalize(document("text/html", """
                <html><head><title>A talk</title></head><body><article><p>First words.</p><pre><code>print(1 | 2)
                </code></pre><table><tr><th>a</th><th>b</th></tr><tr><td><pre>1</pre></td><td>2</td></tr></table><p>Next words.</p>
                <table><tr><td>Laid out by a table.</td></tr></table></article></body></html>"""));
        assertThat(page.excerpt()).isEqualTo("First words. Next words. Laid out by a table.");
        assertThat(page.text().toString()).contains("print(1 | 2)").doesNotContain("`");
    }

    @Test
    void a_link_above_the_root_leads_to_the_root() {
        DocumentReceived document =
                document("text/markdown", "# Title\n\n[b](../b.html?q=..#f), [c](../../), [d](..d/e)");
        DocumentReceived at = new DocumentReceived(
                document.id(),
                document.revision(),
                "test",
                "https://example.org/a.html",
                document.contentType(),
                document.content(),
                Rights.FULL,
                Instant.EPOCH);
        assertThat(Normalizer.normalize(at).markdown())
                .contains(
                        "[b](https://example.org/b.html?q=..#f)",
                        "[c](https://example.org/)",
                        "[d](https://example.org/..d/e)");
    }

    private static String excerpt(String text) {
        return Normalizer.normalize(document("text/plain", "Title\n\n" + text)).excerpt();
    }

    private static Article seed(String number) {
        return Normalizer.normalize(Seeds.seed(number));
    }

    private static DocumentReceived document(String contentType, String content) {
        DocumentReceived document = Seeds.document("doc-1", content, Instant.EPOCH);
        return new DocumentReceived(
                document.id(), document.revision(), "test", null, contentType, content, Rights.FULL, Instant.EPOCH);
    }
}
