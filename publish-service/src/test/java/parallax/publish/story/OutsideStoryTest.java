package parallax.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    @Test
    void what_other_coverage_is_about_is_said_in_the_words_of_the_leads_language() {
        ArticleEnriched lead = about("lead", "zh-Hant", "article", "火星", Map.of());
        ArticleEnriched other = about(
                "other", "zh-Hans", "transcript", "星舰", Map.of("en", "Starship", "zh-Hans", "星舰", "zh-Hant", "星艦"));
        ArticleEnriched older = about("older", "zh-Hans", "transcript", "台积电", Map.of());
        OutsideStory story = OutsideStory.of(
                        Samples.story("s", 1, lead, other, older), List.of(lead, other, older), EditorsWord.NONE)
                .orElseThrow();
        assertThat(story.articles())
                .flatExtracting(OutsideArticle::entities)
                .extracting(OutsideArticle.Term::label)
                .containsExactly("火星", "台积电", "星艦");
    }

    private static ArticleEnriched about(
            String id, String language, String form, String label, Map<String, String> labels) {
        ArticleEnriched plain = Samples.article(id, "T", "text");
        return new ArticleEnriched(
                id,
                plain.revision(),
                plain.source(),
                plain.rights(),
                plain.url(),
                plain.title(),
                plain.author(),
                plain.outlet(),
                plain.publishedAt(),
                language,
                form,
                plain.labels(),
                false,
                plain.body(),
                plain.excerpt(),
                List.of(),
                List.of(),
                List.of(new ArticleEnriched.Entity("entity-" + id, "product", label, labels, null, 0.5)),
                List.of(),
                plain.interview(),
                plain.receivedAt(),
                plain.enrichedAt(),
                null);
    }

    private static ArticleEnriched with(Rights rights) {
        return Samples.article("a-" + rights, "r", "s", "T", "body", false, "article", List.of(), rights, Samples.TIME);
    }
}
