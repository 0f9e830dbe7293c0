package parallax.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.Samples;

class LeadChooserTest {

    private static final ArticleEnriched LONG = of("long", "x".repeat(900), false, "article", List.of(), Rights.FULL);
    private static final ArticleEnriched SHORT = of("short", "x", false, "article", List.of(), Rights.FULL);
    private static final ArticleEnriched COMMENTARY = of("comm", "x", false, "commentary", List.of(), Rights.FULL);
    private static final ArticleEnriched LINK = of("link", "x".repeat(9000), false, "article", List.of(), Rights.LINK);
    private static final ArticleEnriched MACHINE =
            of("mach", "x".repeat(9000), false, "article", List.of("machine-summary"), Rights.FULL);
    private static final ArticleEnriched DRAFT = of("draft", "x".repeat(9000), true, "article", List.of(), Rights.FULL);

    private static final List<ArticleEnriched> BEST_FIRST = List.of(LONG, SHORT, COMMENTARY, LINK, MACHINE);

    @Test
    void the_order_of_preference_holds_whatever_the_order_of_arrival() {
        for (int seed = 0; seed < 50; seed++) {
            List<ArticleEnriched> left = new ArrayList<>(BEST_FIRST);
            left.add(DRAFT);
            Collections.shuffle(left, new Random(seed));
            List<ArticleEnriched> chosen = new ArrayList<>();
            while (LeadChooser.choose(left, EditorsWord.NONE).isPresent()) {
                ArticleEnriched lead =
                        LeadChooser.choose(left, EditorsWord.NONE).get();
                chosen.add(lead);
                left.remove(lead);
            }
            assertThat(chosen).isEqualTo(BEST_FIRST);
            assertThat(left).containsExactly(DRAFT);
        }
    }

    @Test
    void equals_are_settled_by_id() {
        ArticleEnriched twin = of("aaa", "x", false, "commentary", List.of(), Rights.FULL);
        assertThat(LeadChooser.choose(List.of(COMMENTARY, twin), EditorsWord.NONE))
                .hasValue(twin);
    }

    private static ArticleEnriched of(
            String id, String body, boolean draft, String form, List<String> labels, Rights rights) {
        return Samples.article(id, "r", "s", "T " + id, body, draft, form, labels, rights, Samples.TIME);
    }
}
