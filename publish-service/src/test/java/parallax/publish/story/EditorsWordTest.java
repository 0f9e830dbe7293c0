package parallax.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.EditorDecided;
import parallax.events.EditorDecided.Verdict;
import parallax.publish.Samples;

class EditorsWordTest {

    private static final ArticleEnriched OPEN = Samples.article("open", "Open", "a long text, so that it leads");
    private static final ArticleEnriched OTHER = Samples.article("other", "Other", "text");
    private static final ArticleEnriched DRAFT = Samples.draft("draft", "src", "Draft");

    @Test
    void it_is_above_a_draft_and_the_later_word_holds_in_whatever_order_they_come() {
        List<EditorDecided> said = new ArrayList<>(List.of(
                decided(1, Verdict.RELEASE, "draft"),
                decided(2, Verdict.HOLD, "open"),
                decided(3, Verdict.HOLD, "draft"),
                decided(4, Verdict.RELEASE, "draft")));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(said, new Random(seed));
            EditorsWord word = EditorsWord.of(said);
            assertThat(word.shows(DRAFT)).isTrue();
            assertThat(word.shows(OPEN)).isFalse();
            assertThat(word.shows(OTHER)).isTrue();
        }
        assertThat(EditorsWord.NONE.shows(DRAFT)).isFalse();
    }

    @Test
    void an_editors_lead_goes_before_the_rule_until_it_is_taken_back() {
        List<ArticleEnriched> all = List.of(OPEN, OTHER, DRAFT);
        EditorDecided lead = decided(1, Verdict.LEAD, "other");
        assertThat(LeadChooser.choose(all, EditorsWord.NONE)).hasValue(OPEN);
        assertThat(LeadChooser.choose(all, EditorsWord.of(List.of(lead)))).hasValue(OTHER);
        assertThat(LeadChooser.choose(all, EditorsWord.of(List.of(lead, decided(2, Verdict.NO_LEAD, "other")))))
                .hasValue(OPEN);
        assertThat(LeadChooser.choose(all, EditorsWord.of(List.of(lead, decided(2, Verdict.HOLD, "other")))))
                .as("what is held cannot lead")
                .hasValue(OPEN);
        assertThat(LeadChooser.choose(all, EditorsWord.of(List.of(lead, decided(2, Verdict.LEAD, "draft")))))
                .as("a draft cannot lead")
                .hasValue(OTHER);
        assertThat(LeadChooser.choose(all, EditorsWord.of(List.of(decided(2, Verdict.LEAD, "open"), lead))))
                .as("where two stories met, the later word holds")
                .hasValue(OPEN);
    }

    @Test
    void what_is_held_leaves_no_trace_in_what_goes_out() {
        EditorsWord word =
                EditorsWord.of(List.of(decided(1, Verdict.HOLD, "open"), decided(1, Verdict.RELEASE, "draft")));
        OutsideStory outside = OutsideStory.of(
                        Samples.story("s", 1, OPEN, OTHER, DRAFT), List.of(OPEN, OTHER, DRAFT), word)
                .orElseThrow();
        assertThat(outside.toString()).doesNotContain("open", "Open").contains("Draft", "Other");
    }

    private static EditorDecided decided(int second, Verdict verdict, String document) {
        return new EditorDecided(
                "dec_" + second + document,
                Samples.TIME.plusSeconds(second),
                "Ann",
                verdict,
                "s",
                List.of(document),
                List.of(),
                null);
    }
}
