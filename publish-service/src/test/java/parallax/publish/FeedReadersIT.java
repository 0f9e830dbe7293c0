package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.story;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.events.Interview;
import parallax.events.Rights;
import parallax.events.StoryChanged;
import parallax.publish.story.Urn;
import parallax.testing.TestKafka;
import tools.jackson.databind.JsonNode;

/** Programs that are not ours read every feed and page, and get back what was meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedReadersIT extends RunningService {

    private static final String HOSTILE = "馬斯克 & <b>機器人</b> ]]> \"quoted\" 🤖 &amp;";

    /** Neither text nor HTML can be taken for the other. */
    private static final String PLAIN = "馬斯克 & 機器人 ]]> \"quoted\" 🤖 &";

    private static final String BODY = """
            第一段 & <em>強調</em>。

            | a | b |
            |---|---|
            | 1 < 2 | `x && y` |

            ```java
            if (a < b && c > d) { return "]]>"; }
            ```

            <script>alert(1)</script><img src="pic.png" onerror="alert(2)">

            ![pic](pic.png) [relative](../other)

            - one
            - [bad](javascript:alert(3))
            """;

    private final int ownPort = TestKafka.freePort();
    private final String base = "http://localhost:" + ownPort;
    private final String source = id("src");
    private final List<String> stories = new ArrayList<>();
    private ConfigurableApplicationContext instance;

    @BeforeAll
    void publish() {
        instance = anotherInstance(Map.of(
                "server.port",
                Integer.toString(ownPort),
                "parallax.publish.base-url",
                base,
                "parallax.publish.feed.limit",
                "10"));
        for (int n = 0; n < 14; n++) {
            ArticleEnriched lead = article(n, "article", n % 3 == 0 ? List.of("machine-summary") : List.of());
            ArticleEnriched other = article(n, "transcript", List.of("asr-transcript"));
            String story = id("story");
            stories.add(story);
            send(lead, other, with(story(story, 1, lead, other)));
        }
        eventually(() -> assertThat(json("/feeds/stories.json?source=" + source).path("items"))
                .hasSize(14));
    }

    @AfterAll
    void stop() {
        instance.close();
    }

    @Test
    void rome_reads_titles_dates_authors_and_content() throws Exception {
        for (String format : List.of("rss", "atom")) {
            List<SyndEntry> entries = new SyndFeedInput()
                    .build(new StringReader(fetch("/feeds/stories." + format + "?source=" + source)))
                    .getEntries();
            assertThat(entries).hasSize(10).allSatisfy(entry -> {
                assertThat(entry.getTitle()).startsWith(PLAIN);
                assertThat(entry.getAuthor()).isEqualTo("李 & Ann");
                assertThat(entry.getPublishedDate().toInstant()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
                assertThat(entry.getContents().get(0).getValue())
                        .contains("第一段", "<table>", "<pre><code", "Also covered by")
                        .contains("https://example.org/other", "https://example.org/a/pic.png", "1 &lt; 2")
                        .doesNotContain("<script", "onerror", "javascript:");
            });
            assertThat(entries).extracting(SyndEntry::getUri).isSubsetOf(urns());
        }
    }

    @Test
    @Tag("feedparser")
    void feedparser_reads_the_same() throws Exception {
        Path script = Files.createTempFile("read-feed", ".py");
        Files.writeString(script, """
                import feedparser, json, sys
                feed = feedparser.parse(sys.argv[1])
                print(json.dumps({"bozo": bool(feed.bozo), "version": feed.version, "status": feed.status,
                    "hub": [l.href for l in feed.feed.links if l.rel == "hub"],
                    "entries": [{"id": e.id, "title": e.title, "link": e.link, "author": e.author,
                        "published": list(e.published_parsed), "content": e.content[-1].value,
                        "tags": [t.term for t in e.tags]} for e in feed.entries]}))
                """);
        for (String format : List.of("rss", "atom")) {
            JsonNode read = json.readTree(python(List.of(
                    "/usr/bin/python3", script.toString(), base + "/feeds/stories." + format + "?source=" + source)));
            assertThat(read.path("bozo").asBoolean()).as(read.toString()).isFalse();
            assertThat(read.path("version").asString()).isEqualTo(format.equals("rss") ? "rss20" : "atom10");
            assertThat(read.path("hub").get(0).asString()).isEqualTo(base + "/websub");
            assertThat(read.path("entries")).hasSize(10).allSatisfy(entry -> {
                assertThat(urns()).contains(entry.path("id").asString());
                assertThat(entry.path("title").asString()).startsWith(PLAIN);
                assertThat(entry.path("link").asString()).startsWith(base + "/stories/story-");
                assertThat(entry.path("author").asString()).isEqualTo("李 & Ann");
                assertThat(entry.path("published").get(0).asInt())
                        .isEqualTo(java.time.Year.now(java.time.ZoneOffset.UTC).getValue());
                assertThat(entry.path("content").asString())
                        .contains("第一段", "<table>", "Also covered by", "https://example.org/other")
                        .doesNotContain("<script", "onerror", "javascript:");
                assertThat(entry.path("tags").toString()).contains("Artificial intelligence");
            });
        }
    }

    @Test
    @Tag("feed-validator")
    void the_w3c_validator_has_nothing_to_say_of_any_document() throws Exception {
        List<String> addresses = new ArrayList<>(List.of(base + "/feeds.opml"));
        for (String kind : List.of("stories", "articles")) {
            for (String format : List.of("rss", "atom")) {
                String feed = base + "/feeds/" + kind + "." + format;
                addresses.addAll(List.of(
                        feed,
                        feed + "?source=" + source,
                        feed + "?lang=zh&source=" + source + "&topic=ai&topic=none",
                        feed + "?source=nobody",
                        base + "/feeds/" + kind + "/archive/0." + format,
                        base + "/feeds/" + kind + "/archive/1." + format,
                        next(feed + "?source=" + source)));
            }
        }
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", System.getenv("FEED_VALIDATOR")));
        command.addAll(addresses);
        String said = python(command);
        assertThat(said.lines()
                        .filter(line -> line.endsWith(": no errors, no warnings"))
                        .count())
                .as(said)
                .isEqualTo(addresses.size());
    }

    private String next(String feed) {
        java.util.regex.Matcher link = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(fetch(feed.substring(base.length())));
        assertThat(link.find()).as("a page follows in " + feed).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private Set<String> urns() {
        return new TreeSet<>(stories.stream().map(Urn::story).toList());
    }

    private String fetch(String path) {
        return get(ownPort, path).body();
    }

    private ArticleEnriched article(int n, String form, List<String> labels) {
        ArticleEnriched plain = Samples.article(
                id("doc"), "r1", source, HOSTILE + " " + n, BODY, false, form, labels, Rights.FULL, Samples.TIME);
        return new ArticleEnriched(
                plain.documentId(),
                plain.revision(),
                plain.source(),
                plain.rights(),
                "https://example.org/a/" + plain.documentId() + "?x=1&y=馬",
                plain.title(),
                "李 & Ann",
                "Outlet <of> & co",
                plain.publishedAt(),
                n % 2 == 0 ? "zh-Hant" : "und",
                plain.form(),
                plain.labels(),
                false,
                plain.body(),
                plain.excerpt(),
                plain.embeds(),
                plain.sourceTags(),
                plain.entities(),
                plain.topics(),
                plain.interview(),
                plain.receivedAt(),
                plain.enrichedAt(),
                "https://example.org/feed.xml");
    }

    private static StoryChanged with(StoryChanged story) {
        Interview interview = new Interview(
                Samples.INTERVIEW.guests(),
                Samples.INTERVIEW.hosts(),
                Samples.INTERVIEW.show(),
                Samples.INTERVIEW.episode(),
                Samples.INTERVIEW.venue(),
                Samples.INTERVIEW.earliest(),
                Samples.INTERVIEW.latest(),
                169,
                List.of("https://www.youtube.com/watch?v=BYXbuik3dgA", "https://cdn.example.org/e/169.mp3?x=1&y=2"));
        return new StoryChanged(
                story.storyId(),
                story.version(),
                interview,
                story.members(),
                story.evidence(),
                story.near(),
                story.splitFrom(),
                story.foundedAt(),
                story.receivedAt(),
                story.changedAt());
    }

    private static String python(List<String> command) throws Exception {
        Path out = Files.createTempFile("python", ".out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
