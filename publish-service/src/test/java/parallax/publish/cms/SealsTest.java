package parallax.publish.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealsTest {

    private static final Seals WRITTEN = Seals.of("Title", "Excerpt", "Text");

    @Test
    void what_a_person_changed_is_told_part_by_part() {
        assertThat(Seals.of("Title ", "Excerpt", "Text").among(Stream.of(WRITTEN)))
                .isEqualTo(Seals.Ours.ALL);
        assertThat(Seals.of("Mine", "Excerpt", "Text").among(Stream.of(WRITTEN)))
                .isEqualTo(new Seals.Ours(false, true, true));
        assertThat(Seals.of("Title", "Excerpt", "Mine").among(Stream.of(WRITTEN)))
                .isEqualTo(new Seals.Ours(true, true, false));
        assertThat(WRITTEN.among(Stream.of())).isEqualTo(new Seals.Ours(false, false, false));
    }

    @Test
    void once_a_persons_it_stays_a_persons() {
        Seals kept = WRITTEN.of(new Seals.Ours(false, true, true));
        assertThat(Seals.parse(kept.toString())).hasValue(kept);
        assertThat(WRITTEN.among(Stream.of(kept)).title()).isFalse();
    }

    @Test
    void a_mark_carries_them_through_a_text() {
        Mark mark = Mark.of("story-1", List.of("t:2", "t:1"), WRITTEN);
        assertThat(Mark.in(mark.appendedTo("Text"))).hasValue(mark);
        assertThat(Mark.without(mark.appendedTo("Text"))).isEqualTo("Text");
        assertThat(Seals.parse("nonsense")).isEmpty();
        assertThat(Seals.parse(null)).isEmpty();
    }
}
