package parallax.publish.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.Samples;

class ArticleViewTest {

    @Test
    void everybody_reads_no_more_than_goes_out() {
        assertThat(everybody(Rights.FULL, true).article().body()).isEqualTo("Body");
        assertThat(everybody(Rights.FULL, true).withheld()).isNull();
        assertThat(everybody(Rights.SUMMARY, true).article().body()).isEmpty();
        assertThat(everybody(Rights.SUMMARY, true).article().excerpt()).isNotEmpty();
        assertThat(everybody(Rights.LINK, true).article().excerpt()).isEmpty();
        assertThat(everybody(Rights.LINK, true).withheld()).contains("allows a link", "scope read");
        assertThat(everybody(Rights.FULL, false).article().body()).isEmpty();
        assertThat(everybody(Rights.FULL, false).article().excerpt()).isEmpty();
        assertThat(everybody(Rights.FULL, false).withheld()).contains("draft, or held");
    }

    private static ArticleView everybody(Rights rights, boolean shown) {
        ArticleEnriched article =
                Samples.article("d", "r1", "s", "Title", "Body", false, "article", List.of(), rights, Samples.TIME);
        return new ArticleView(article, shown, null, List.of(), null, List.of()).forEverybody();
    }
}
