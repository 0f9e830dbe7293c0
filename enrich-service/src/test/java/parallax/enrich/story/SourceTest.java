package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parallax.events.Evidence.Span;

class SourceTest {

    @Test
    void words_of_another_language_between_them_make_no_phrase() {
        Source one = new Source("a", "他说 Large 的规模和 Simple 的算法，让 Greg 相信 Scaling 这条路。");
        Source other = new Source("b", "在 Large 之后是 Simple 的想法，然后 Greg 才谈到 Scaling 本身。");
        assertThat(one.shared(other, 4)).isEmpty();
    }

    @Test
    void a_phrase_is_quoted_from_both_as_it_stands() {
        Source one = new Source("a", "She said \"We sold twelve thousand lighthouses\" and left.");
        Source other = new Source("b", "他引用她的话：\"we sold twelve thousand lighthouses\"。");
        assertThat(one.shared(other, 4).stream().map(Span::quote))
                .containsExactly("We sold twelve thousand lighthouses", "we sold twelve thousand lighthouses");
    }
}
