package parallax.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import tools.jackson.databind.JsonNode;

/** The page and the lists. */
class DeskIT extends RunningService {

    @Test
    void the_desk_shows_stories_and_runs_nothing() {
        String source = id("src");
        ArticleEnriched one = piece(id("doc"), "r1", source, "<script>alert('x')</script>", Samples.TIME);
        ArticleEnriched two = piece(id("doc"), "r1", source, "第二篇", Samples.TIME);
        String story = id("story");
        send(one, two, story(story, 9, one, two));
        eventually(() -> assertThat(get("/").body()).contains("story-" + story));
        HttpResponse<String> desk = get("/");
        assertThat(desk.body())
                .contains(
                        "Dwarkesh Podcast",
                        "2 h 49 min",
                        "Why these are together",
                        "馬斯克說",
                        "繁體中文",
                        "/feeds/stories.atom")
                .doesNotContain("<script");
        assertThat(desk.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(get("/desk.css").statusCode()).isEqualTo(200);
    }

    @Test
    void lists_go_on_until_they_end() {
        String source = id("src");
        for (int i = 0; i < 3; i++) {
            ArticleEnriched article = piece(id("doc"), "r1", source, "Piece " + i, Samples.TIME);
            send(article, story(id("listed"), 1, article));
        }
        eventually(() -> assertThat(json("/feeds/stories.json?source=" + source).path("items"))
                .hasSize(3));
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = json("/v1/stories?limit=1&cursor=" + cursor);
            seen += page.path("items").size();
            cursor = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).isGreaterThanOrEqualTo(3);
        assertThat(get("/v1/stories?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/v1/stories?limit=0").statusCode()).isEqualTo(400);
        assertThat(get("/v1/stories/none").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get("/v1/articles/none").statusCode()).isEqualTo(404);
    }
}
