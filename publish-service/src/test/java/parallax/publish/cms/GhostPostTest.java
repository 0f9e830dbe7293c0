package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.events.ArticleEnriched;
import parallax.publish.Samples;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.OutsideStory;
import tools.jackson.databind.json.JsonMapper;

class GhostPostTest {

    private static final int MOST = 255;

    @Test
    void a_title_that_is_too_long_ends_with_a_word() {
        String title = "Optimus and the long road to a humanoid that folds laundry "
                .repeat(8)
                .strip();
        String cut = title(title);
        assertThat(cut).hasSizeBetween(MOST - 20, MOST).endsWith("…");
        String kept = cut.substring(0, cut.length() - 1);
        assertThat(title).startsWith(kept + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"馬", "🤖", "𠮷"})
    void what_is_written_without_spaces_ends_with_a_whole_character(String character) {
        String cut = title(character.repeat(300));
        assertThat(cut).hasSizeBetween(MOST - 1, MOST);
        assertThat(cut.substring(0, cut.length() - 1).replace(character, "")).isEmpty();
    }

    private static String title(String title) {
        ArticleEnriched article = Samples.article("d", title, "text");
        OutsideStory story = OutsideStory.of(Samples.story("s", 1, article), List.of(article), EditorsWord.NONE)
                .orElseThrow();
        return GhostPost.of(story, 8, new JsonMapper()).title();
    }
}
