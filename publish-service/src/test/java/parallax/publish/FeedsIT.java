package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.StoryRemoved;
import parallax.publish.story.Urn;
import tools.jackson.databind.JsonNode;

/** What readers of the feeds see while the streams flow. */
class FeedsIT extends RunningService {

    @Test
    void a_story_is_one_item_with_one_id_in_every_format() throws Exception {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "馬斯克：純 AI & <機器人>", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Second view", Samples.TIME);
        String story = id("story");
        send(two, story(story, 1, one, two), one); // in no good order
        eventually(() -> assertThat(items(source)).hasSize(1));

        for (String format : List.of("rss", "atom")) {
            SyndFeed feed = rome("/feeds/stories." + format + "?source=" + source);
            SyndEntry entry = feed.getEntries().get(0);
            assertThat(entry.getUri()).isEqualTo(Urn.story(story));
            assertThat(entry.getTitle()).isEqualTo(lead(one, two).title());
            assertThat(entry.getAuthor()).isEqualTo("Ann Author");
            assertThat(entry.getPublishedDate().toInstant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            assertThat(entry.getLink()).isEqualTo("https://publish.example/stories/" + story);
            assertThat(entry.getContents().get(0).getValue()).contains("Also covered by", "Outlet of " + source);
        }
        JsonNode item = items(source).get(0);
        assertThat(item.path("id").asString()).isEqualTo(Urn.story(story));
        assertThat(item.path("tags").toString()).contains("Artificial intelligence");
    }

    @Test
    void nothing_of_a_draft_goes_outside_but_the_desk_has_it() {
        String source = id("src");
        ArticleEnriched open = piece(id("doc"), "r1", source, "Open piece", Samples.TIME);
        ArticleEnriched draft = Samples.draft(id("doc"), source, "Hush-hush");
        ArticleEnriched alone = Samples.draft(id("doc"), source, "Alone and secret");
        String story = id("story");
        String secret = id("story");
        send(open, draft, alone, story(story, 1, open, draft), story(secret, 1, alone));
        eventually(
                () -> assertThat(json("/v1/stories/" + secret).path("articles")).hasSize(1));
        eventually(() -> assertThat(items(source)).hasSize(1));

        for (String kind : List.of("stories", "articles")) {
            for (String format : List.of("rss", "atom", "json")) {
                String feed = get("/feeds/" + kind + "." + format + "?source=" + source)
                        .body();
                assertThat(feed)
                        .contains("Open piece")
                        .doesNotContain("Hush-hush", draft.documentId(), "secret", secret);
            }
        }
        assertThat(json("/v1/stories/" + secret)
                        .path("articles")
                        .get(0)
                        .path("draft")
                        .asBoolean())
                .isTrue();
        assertThat(json("/v1/stories/" + secret).path("lead").isNull()).isTrue();
        assertThat(get("/").body()).contains("Hush-hush", "Draft: not published");
    }

    @Test
    void until_a_version_is_whole_the_one_before_stays() {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "First", Samples.TIME);
        ArticleEnriched late = piece(id("doc"), "r1", source, "Late", Samples.TIME.plusSeconds(1));
        String story = id("story");
        send(one, story(story, 1, one));
        eventually(() -> assertThat(items(source)).hasSize(1));
        send(story(story, 2, one, late));
        ArticleEnriched marker = piece(id("doc"), "r1", source, "Marker", Samples.TIME);
        String after = id("story");
        send(marker, story(after, 1, marker));
        eventually(() -> assertThat(items(source)).hasSize(2));
        assertThat(json("/v1/stories/" + story).path("version").asLong()).isEqualTo(1);
        send(late);
        eventually(() -> assertThat(json("/v1/stories/" + story).path("version").asLong())
                .isEqualTo(2));
    }

    @Test
    void a_withdrawn_article_leaves_at_once_and_its_text_is_forgotten() {
        String source = id("src");
        ArticleEnriched stays = piece(id("doc"), "r1", source, "Stays", Samples.TIME);
        ArticleEnriched goes = piece(id("doc"), "r1", source, "Goes away", Samples.TIME);
        String story = id("story");
        send(stays, goes, story(story, 1, goes, stays));
        eventually(() ->
                assertThat(get("/feeds/stories.json?source=" + source).body()).contains("Goes away"));
        send(new ArticleWithdrawn(goes.documentId(), Samples.TIME.plusSeconds(60)));
        eventually(() -> assertThat(get("/feeds/stories.json?source=" + source).body())
                .contains("Stays")
                .doesNotContain("Goes away"));
        assertThat(get("/feeds/articles.json?source=" + source).body()).doesNotContain("Goes away");
        assertThat(get("/v1/articles/" + goes.documentId()).statusCode()).isEqualTo(404);
        assertThat(get("/v1/articles/" + goes.documentId()).body()).contains("it was withdrawn at", "/v1/left-behind");
        assertThat(get("/v1/stories/" + story).body()).doesNotContain("馬斯克說"); // evidence quoted it
        send(goes); // an old record comes again
        send(piece(goes.documentId(), "r0", source, "Older", Samples.TIME.minusSeconds(5)));
        ArticleEnriched marker = piece(id("doc"), "r1", source, "Marker", Samples.TIME);
        send(marker);
        eventually(() ->
                assertThat(get("/feeds/articles.json?source=" + source).body()).contains("Marker"));
        assertThat(get("/feeds/articles.json?source=" + source).body()).doesNotContain("Goes away", "Older");
    }

    @Test
    void a_merged_story_is_gone_and_says_where_to() {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "Two", Samples.TIME);
        String older = id("story");
        String younger = id("story");
        send(one, two, story(older, 1, one), story(younger, 1, two));
        eventually(() -> assertThat(items(source)).hasSize(2));
        send(story(older, 2, one, two));
        send(new StoryRemoved(younger, 2, older, Samples.TIME, Samples.TIME));
        eventually(() -> assertThat(get("/v1/stories/" + younger).statusCode()).isEqualTo(410));
        JsonNode problem = json("/v1/stories/" + younger);
        assertThat(problem.path("mergedInto").asString()).isEqualTo(older);
        assertThat(problem.path("type").asString()).isEqualTo("urn:parallax:problem:merged");
        eventually(() -> assertThat(items(source)).hasSize(1));
        assertThat(items(source).get(0).path("id").asString()).isEqualTo(Urn.story(older));
    }

    @Test
    void readers_that_have_it_get_304_and_filters_narrow() {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "One", Samples.TIME);
        send(one, story(id("story"), 1, one));
        eventually(() -> assertThat(items(source)).hasSize(1));
        String path = "/feeds/stories.atom?source=" + source;
        HttpResponse<String> first = get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(etag).startsWith("\"");
        HttpResponse<String> second = get(path, "If-None-Match", etag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        assertThat(get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(first.body()).contains("https://publish.example/feeds/stories.atom?source=" + source);
        assertThat(items(source + "&lang=zh")).hasSize(1);
        assertThat(items(source + "&lang=en")).isEmpty();
        assertThat(items(source + "&topic=AI&entity=Q317521")).hasSize(1);
        assertThat(items(source + "&topic=cooking")).isEmpty();
        assertThat(get("/feeds/stories.rss?topic=%00").statusCode()).isEqualTo(400);
        assertThat(get("/feeds.opml").body()).contains("https://publish.example/feeds/stories.rss");
    }

    private JsonNode items(String source) {
        return json("/feeds/stories.json?source=" + source).path("items");
    }

    private SyndFeed rome(String path) throws Exception {
        return new SyndFeedInput().build(new StringReader(get(path).body()));
    }

    private static ArticleEnriched lead(ArticleEnriched... articles) {
        return parallax.publish.story.LeadChooser.choose(List.of(articles), parallax.publish.story.EditorsWord.NONE)
                .orElseThrow();
    }
}
