package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Show;
import parallax.events.Evidence.Span;

/** How stories live: founded, joined, merged, split, emptied; their ids kept and never given twice. */
class StoryMatcherTest {

    private final Newsroom newsroom = new Newsroom();

    @Test
    void an_article_that_covers_no_interview_stands_alone() {
        newsroom.arrives(member("a", 1, null, null));
        newsroom.arrives(member("b", 2, null, null));
        assertThat(newsroom.stories())
                .hasSize(2)
                .allSatisfy(story -> assertThat(story.content().interview()).isNull());
    }

    @Test
    void a_story_keeps_its_id_as_coverage_grows_and_says_nothing_twice() {
        newsroom.arrives(member("a", 1, "show-1", "2026-02-03"));
        String id = newsroom.stories().get(0).id();
        newsroom.arrives(member("b", 2, "show-1", "2026-02-03"));
        assertThat(newsroom.stories()).extracting(StoryState::id).containsExactly(id);
        assertThat(newsroom.stories().get(0).version()).isEqualTo(2);
        newsroom.arrives(member("b", 2, "show-1", "2026-02-03"));
        assertThat(newsroom.stories().get(0).version()).isEqualTo(2);
    }

    @Test
    void a_later_article_joins_two_stories_into_the_older() {
        // One says only the show, the other only the day: nothing joins them until a third says both.
        newsroom.arrives(member("a", 1, "show-1", null));
        newsroom.arrives(member("b", 2, null, "2026-02-03"));
        assertThat(newsroom.stories()).hasSize(2);
        String older = story("a").id();
        String younger = story("b").id();
        newsroom.arrives(member("c", 3, "show-1", "2026-02-03"));
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b", "c")));
        assertThat(newsroom.stories().get(0).id()).isEqualTo(older);
        assertThat(newsroom.log).containsExactly(younger + " -> " + older);
    }

    @Test
    void a_correction_takes_an_article_out_again_under_an_id_never_used() {
        newsroom.arrives(member("a", 1, "show-1", "2026-02-03"));
        newsroom.arrives(member("b", 2, "show-1", "2026-02-03"));
        String id = newsroom.stories().get(0).id();
        newsroom.arrives(member("a", 3, "show-2", "2025-02-03"));
        assertThat(newsroom.stories())
                .hasSize(2)
                .extracting(StoryState::id)
                .contains(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_emptied_story_ends_and_its_id_is_not_given_again() {
        newsroom.arrives(member("a", 1, "show-1", "2026-02-03"));
        String id = newsroom.stories().get(0).id();
        newsroom.leaves("a");
        assertThat(newsroom.stories()).isEmpty();
        assertThat(newsroom.log).containsExactly(id + " -> null");
        newsroom.arrives(member("a", 4, "show-1", "2026-02-03"));
        assertThat(newsroom.stories()).extracting(StoryState::id).doesNotContain(id);
    }

    @Test
    void a_conflict_with_one_member_keeps_an_article_out_whatever_the_others_say() {
        newsroom.arrives(member("a", 1, "show-1", "2026-02-03"));
        newsroom.arrives(member("b", 2, "show-1", "2026-02-03"));
        newsroom.arrives(member("c", 3, "show-2", "2026-02-03"));
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b")), new TreeSet<>(List.of("c")));
    }

    private StoryState story(String documentId) {
        return newsroom.stories().stream()
                .filter(story -> story.content().members().stream()
                        .anyMatch(member -> member.documentId().equals(documentId)))
                .findFirst()
                .orElseThrow();
    }

    /** An article about an interview of one famous guest, or, with neither show nor day, about none. */
    private static Member member(String id, int second, @Nullable String show, @Nullable String day) {
        boolean covers = show != null || day != null;
        InterviewFacts facts = new InterviewFacts(
                id,
                covers ? List.of(fact(id, new Person("guest", "A. Guest", true))) : List.of(),
                List.of(),
                show == null ? null : fact(id, new Show(show, show, List.of())),
                day == null ? null : fact(id, new DayRange(LocalDate.parse(day), LocalDate.parse(day))),
                null,
                null,
                List.of(),
                List.of());
        return new Member(facts, "revision-" + second, Instant.EPOCH.plusSeconds(second), null);
    }

    private static <T> Fact<T> fact(String id, T value) {
        return new Fact<>(value, new Span(id, 0, 1, "x"), 1);
    }
}
