package parallax.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.Interview;
import parallax.events.Rights;
import parallax.events.StoryChanged;
import parallax.publish.Samples;

class OutsideStoryTest {

    @Test
    void facts_that_only_a_draft_told_stay_inside() {
        ArticleEnriched open = Samples.article("open", "Open", "text");
        ArticleEnriched draft = Samples.draft("draft", "src", "Draft");
        Interview rich = new Interview(
                List.of(new Interview.Named("person:secret", "Secret Guest")),
                List.of(),
                null,
                null,
                null,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                1,
                List.of("https://secret.example"));
        StoryChanged plain = Samples.story("s", 1, open, draft);
        StoryChanged story = new StoryChanged(
                "s",
                1,
                rich,
                plain.members(),
                List.of(),
                List.of(),
                null,
                plain.foundedAt(),
                plain.receivedAt(),
                plain.changedAt());
        OutsideStory outside =
                OutsideStory.of(story, List.of(open, draft), EditorsWord.NONE).orElseThrow();
        assertThat(outside.interview()).isEqualTo(Samples.INTERVIEW);
        assertThat(outside.articles()).hasSize(1);
        assertThat(outside.toString()).doesNotContain("Secret", "secret", "draft");
    }

    @Test
    void all_drafts_is_nothing() {
        ArticleEnriched draft = Samples.draft("draft", "src", "Draft");
        assertThat(OutsideStory.of(Samples.story("s", 1, draft), List.of(draft), EditorsWord.NONE))
                .isEmpty();
    }

    @Test
    void rights_bound_the_text_and_other_coverage_has_none() {
        ArticleEnriched summary = with(Rights.SUMMARY);
        ArticleEnriched link = with(Rights.LINK);
        assertThat(OutsideArticle.full(summary).body()).isNull();
        assertThat(OutsideArticle.full(summary).excerpt()).isNotNull();
        assertThat(OutsideArticle.full(link).excerpt()).isNull();
        ArticleEnriched open = Samples.article("open", "Open", "text");
        OutsideStory story = OutsideStory.of(
                        Samples.story("s", 1, open, summary), List.of(summary, open), EditorsWord.NONE)
                .orElseThrow();
        assertThat(story.lead().body()).isEqualTo("text");
        assertThat(story.others()).extracting(OutsideArticle::body).containsOnlyNulls();
    }

    private static ArticleEnriched with(Rights rights) {
        return Samples.article("a-" + rights, "r", "s", "T", "body", false, "article", List.of(), rights, Samples.TIME);
    }
}
