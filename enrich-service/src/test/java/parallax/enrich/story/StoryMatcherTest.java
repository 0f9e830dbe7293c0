package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Wording;
import parallax.events.Evidence;
import parallax.events.Evidence.Span;
import parallax.events.StoryChanged;

/** How stories live: founded, joined, merged, split, emptied; their ids kept and never given twice. */
class StoryMatcherTest {

    private Newsroom newsroom = new Newsroom();

    private static final Person ADA = new Person("a-guest", "Ada Guest", false);
    private static final String ROCKETS = "rocketry";
    private static final String ORCHARDS = "orchards";

    @Test
    void an_article_that_covers_no_interview_stands_alone() {
        arrives("a", 1);
        arrives("b", 2);
        assertThat(newsroom.stories())
                .hasSize(2)
                .allSatisfy(story -> assertThat(story.content().interview()).isNull());
    }

    @Test
    void a_story_keeps_its_id_as_coverage_grows_and_says_nothing_twice() {
        arrives("a", 1, ROCKETS);
        String id = newsroom.stories().get(0).id();
        arrives("b", 2, ROCKETS);
        assertThat(newsroom.stories()).extracting(StoryState::id).containsExactly(id);
        assertThat(newsroom.stories().get(0).version()).isEqualTo(2);
        arrives("b", 2, ROCKETS);
        assertThat(newsroom.stories().get(0).version()).isEqualTo(2);
    }

    @Test
    void a_later_article_joins_two_stories_into_the_older() {
        // One guest, but nothing else in common, until a third article holds what both say.
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ORCHARDS);
        assertThat(newsroom.stories()).hasSize(2);
        String older = story("a").id();
        String younger = story("b").id();
        arrives("c", 3, ROCKETS, ORCHARDS);
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b", "c")));
        assertThat(newsroom.stories().get(0).id()).isEqualTo(older);
        assertThat(newsroom.log).containsExactly(younger + " -> " + older);
    }

    @Test
    void what_a_third_article_joined_falls_apart_when_it_goes() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ORCHARDS);
        arrives("c", 3, ROCKETS, ORCHARDS);
        newsroom.leaves("c");
        assertThat(newsroom.groups())
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a")), new TreeSet<>(List.of("b")));
    }

    @Test
    void a_correction_takes_an_article_out_again_under_an_id_never_used() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS);
        String id = newsroom.stories().get(0).id();
        arrives("a", 3, ORCHARDS);
        assertThat(newsroom.stories())
                .hasSize(2)
                .extracting(StoryState::id)
                .contains(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void an_emptied_story_ends_and_its_id_is_not_given_again() {
        arrives("a", 1, ROCKETS);
        String id = newsroom.stories().get(0).id();
        newsroom.leaves("a");
        assertThat(newsroom.stories()).isEmpty();
        assertThat(newsroom.log).containsExactly(id + " -> null");
        arrives("a", 4, ROCKETS);
        assertThat(newsroom.stories()).extracting(StoryState::id).doesNotContain(id);
    }

    @Test
    void an_editor_joins_what_the_scores_keep_apart_with_all_that_stands_with_it() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS);
        arrives("c", 3, ORCHARDS);
        arrives("d", 4, ORCHARDS);
        String older = story("a").id();
        newsroom.says("b", "c", true);
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b", "c", "d")));
        assertThat(story("d").id()).isEqualTo(older);
        assertThat(evidence("b", "c")).extracting(Evidence.Term::kind).startsWith("editor");
        newsroom.says("b", "c", false);
        assertThat(newsroom.groups())
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a", "b")), new TreeSet<>(List.of("c", "d")));
    }

    /** Under several names, for ids are made of them. */
    @ParameterizedTest
    @ValueSource(strings = {"z", "za", "zb", "zc", "zd", "ze"})
    void what_is_split_off_and_put_back_has_the_id_it_had(String first) {
        arrives(first, 1, ROCKETS);
        arrives("x", 2, ROCKETS);
        arrives("y", 3, ROCKETS);
        String id = story(first).id();
        newsroom.says(first, "x", false);
        assertThat(story("x").id()).isEqualTo(id);
        assertThat(story("y").id()).isEqualTo(id);
        assertThat(story(first).id()).isNotEqualTo(id);
        newsroom.says(first, "x", true);
        assertThat(newsroom.stories()).extracting(StoryState::id).containsExactly(id);
    }

    /** Readers know a story of two by the article that founded it. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "z"})
    void of_two_halves_the_founders_keeps_the_id(String founder) {
        arrives(founder, 1, ROCKETS);
        arrives("m", 2, ROCKETS);
        String id = story(founder).id();
        assertThat(story("m").id()).isEqualTo(id);
        newsroom.says(founder, "m", false);
        assertThat(story(founder).id()).isEqualTo(id);
        assertThat(story("m").id()).isNotEqualTo(id);
    }

    @Test
    void an_editor_takes_an_article_out_and_later_coverage_brings_it_not_back() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS);
        String id = story("a").id();
        newsroom.says("a", "b", false);
        assertThat(newsroom.groups())
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a")), new TreeSet<>(List.of("b")));
        StoryState taken = newsroom.stories().stream()
                .filter(story -> !story.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(taken.splitFrom()).isEqualTo(id);
        arrives("c", 3, ROCKETS);
        assertThat(story("a").id()).isNotEqualTo(story("b").id());
    }

    @Test
    void a_word_holds_for_articles_that_come_after_it() {
        newsroom.says("a", "b", true);
        arrives("a", 1, ROCKETS);
        arrives("b", 2);
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b")));
    }

    @Test
    void what_is_told_apart_is_apart_from_all_that_is_told_the_same() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS);
        arrives("c", 3, ROCKETS);
        newsroom.says("a", "c", false);
        newsroom.says("a", "b", true);
        assertThat(newsroom.groups())
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a", "b")), new TreeSet<>(List.of("c")));
    }

    @Test
    void of_words_that_cannot_all_hold_the_earlier_gives_way() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS);
        arrives("c", 3, ROCKETS);
        newsroom.says("a", "b", true);
        newsroom.says("b", "c", true);
        newsroom.says("a", "c", false);
        assertThat(newsroom.groups())
                .containsExactlyInAnyOrder(new TreeSet<>(List.of("a")), new TreeSet<>(List.of("b", "c")));
    }

    @Test
    void a_near_miss_is_told_by_both_stories_until_an_editor_has_spoken() {
        arrives("a", 1, ROCKETS);
        arrives("b", 2, ROCKETS, ORCHARDS);
        arrives("c", 3, ORCHARDS);
        newsroom.says("b", "c", false);
        assertThat(newsroom.stories()).hasSize(2).allSatisfy(story -> assertThat(
                        story.content().near())
                .extracting(Evidence::first, Evidence::second)
                .containsExactly(tuple("a", "c")));
        newsroom.says("a", "c", false);
        assertThat(newsroom.stories())
                .hasSize(2)
                .allSatisfy(story -> assertThat(story.content().near()).isEmpty());
    }

    @Test
    void a_large_story_explains_the_strongest_pairs_of_each_article_and_no_more() {
        int articles = 24;
        for (int i = 0; i < articles; i++) {
            arrives("article-%02d".formatted(i), i, ROCKETS);
        }
        assertThat(newsroom.stories()).hasSize(1);
        List<Evidence> evidence = newsroom.stories().get(0).content().evidence();
        assertThat(evidence).hasSizeLessThanOrEqualTo(5 * articles);
        for (StoryChanged.Member member : newsroom.stories().get(0).content().members()) {
            assertThat(evidence)
                    .filteredOn(pair -> List.of(pair.first(), pair.second()).contains(member.documentId()))
                    .hasSizeGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void a_small_story_explains_every_pair() {
        for (int i = 0; i < 10; i++) {
            arrives("article-" + i, i, ROCKETS);
        }
        assertThat(newsroom.stories().get(0).content().evidence()).hasSize(10 * 9 / 2);
    }

    @Test
    void two_names_of_one_guest_are_learned_from_whoever_says_both_whenever_that_comes() {
        Person english = new Person("calvin-jeng", "Calvin Jeng", false);
        Map<String, Person> guests =
                Map.of("a", new Person("郑明远", "郑明远", false), "b", english, "c", english.alsoCalled(List.of("郑明远")));
        Set<List<Evidence>> told = new HashSet<>();
        for (String order : List.of("abc", "acb", "bac", "bca", "cab", "cba")) {
            newsroom = new Newsroom();
            order.chars()
                    .mapToObj(Character::toString)
                    .forEach(id -> covers(id, 1, Objects.requireNonNull(guests.get(id)), ROCKETS));
            assertThat(newsroom.stories()).as(order).hasSize(1);
            told.add(newsroom.stories().get(0).content().evidence());
            assertThat(guestOf(evidence("a", "b"))).startsWith("both interview");
            assertThat(Objects.requireNonNull(story("a").content().interview()).guests())
                    .hasSize(1);
        }
        assertThat(told).hasSize(1);
        newsroom.leaves("c");
        assertThat(newsroom.stories())
                .allSatisfy(story -> assertThat(story.content().evidence()).isEmpty());
        covers("c", 2, Objects.requireNonNull(guests.get("c")), ROCKETS);
        assertThat(guestOf(evidence("a", "b"))).startsWith("both interview");
    }

    @Test
    void an_article_that_names_a_guest_otherwise_weighs_those_that_are_read_so_by_another_whenever_it_comes() {
        Person english = new Person("calvin-jeng", "Calvin Jeng", false);
        Person chinese = new Person("郑明远", "郑明远", false);
        Map<Character, Person> guests =
                Map.of('a', chinese, 'b', chinese, 'c', english.alsoCalled(List.of("郑明远")), 'd', english, 'e', english);
        Set<Map<Link, Linked>> told = new HashSet<>();
        for (String order : List.of("abcde", "edcba", "deabc", "caebd", "becda", "dbeac")) {
            newsroom = new Newsroom();
            order.chars()
                    .mapToObj(id -> (char) id)
                    .forEach(id -> arrives("" + id, 1, Objects.requireNonNull(guests.get(id)), namesOf(id)));
            told.add(newsroom.links(Set.of("a", "b")));
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void what_is_found_by_rare_terms_alone_is_found_no_more_when_they_are_common_and_again_when_they_are_rare() {
        List<String> ids =
                IntStream.range(0, 101).mapToObj("article-%03d"::formatted).toList();
        for (String last : List.of("article-000", "article-050", "article-100")) {
            newsroom = new Newsroom();
            ids.stream().filter(id -> !id.equals(last)).forEach(this::hasRockets);
            assertThat(linked(ids)).isEqualTo(last.equals(ids.get(0)) ? 0 : 99);
            hasRockets(last);
            assertThat(linked(ids)).isZero();
            newsroom.leaves("article-077");
            assertThat(linked(ids)).isEqualTo(99);
        }
    }

    /** Only the first tells who was interviewed. */
    private void hasRockets(String id) {
        arrives(id, 1, id.equals("article-000") ? ADA : null, wording(ROCKETS));
    }

    private long linked(List<String> ids) {
        return newsroom.links(Set.copyOf(ids)).size();
    }

    /** The first two are of one interview, all others each of one of its own, and only the third says nothing of Mars. */
    private static Wording namesOf(char id) {
        List<String> names =
                id < 'c' ? List.of("kelpworks", "ossian", "mars") : List.of("sea" + id, "sand" + id, "mars");
        Map<String, Wording.Term> latin = new TreeMap<>();
        names.subList(0, id == 'c' ? 2 : 3).forEach(name -> latin.put(name, new Wording.Term(2, 0, true)));
        return new Wording(latin, Map.of(), Phrases.NONE, Phrases.NONE);
    }

    private static String guestOf(List<Evidence.Term> terms) {
        return terms.stream()
                .filter(term -> term.kind().equals("guest"))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void a_copy_names_the_article_that_was_there_first() {
        Phrases text = new Phrases(new byte[4 * 100]);
        repeats("b", 1, text);
        repeats("a", 2, text);
        assertThat(newsroom.groups()).containsExactly(new TreeSet<>(List.of("a", "b")));
        assertThat(story("a").content().members())
                .extracting(StoryChanged.Member::copyOf)
                .containsExactly("b", null);
    }

    private List<Evidence.Term> evidence(String first, String second) {
        return story(first).content().evidence().stream()
                .filter(pair -> pair.first().equals(first) && pair.second().equals(second))
                .findFirst()
                .orElseThrow()
                .terms();
    }

    private StoryState story(String documentId) {
        return newsroom.stories().stream()
                .filter(story -> story.content().members().stream()
                        .anyMatch(member -> member.documentId().equals(documentId)))
                .findFirst()
                .orElseThrow();
    }

    /** An article about an interview of one guest on these topics, each with words of its own; without any, about none. */
    private void arrives(String id, int second, String... topics) {
        arrives(id, second, topics.length > 0 ? ADA : null, wording(topics));
    }

    private void covers(String id, int second, Person guest, String... topics) {
        arrives(id, second, guest, wording(topics));
    }

    private static Wording wording(String... topics) {
        Map<String, Wording.Term> latin = new TreeMap<>();
        for (String topic : topics) {
            IntStream.range(0, 15).forEach(i -> latin.put(topic + i, new Wording.Term(2, 0, true)));
        }
        return new Wording(latin, Map.of(), Phrases.NONE, Phrases.NONE);
    }

    private void repeats(String id, int second, Phrases text) {
        arrives(id, second, ADA, new Wording(Map.of(), Map.of(), text, Phrases.NONE));
    }

    private void arrives(String id, int second, @Nullable Person guest, Wording wording) {
        InterviewFacts facts = new InterviewFacts(
                id,
                false,
                guest != null,
                guest == null ? List.of() : List.of(fact(id, guest)),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                wording);
        newsroom.arrives(
                new Member(facts, "revision-" + second, Instant.EPOCH.plusSeconds(second), null),
                "Ada Guest " + String.join(" ", wording.latin().keySet()));
    }

    private static <T> Fact<T> fact(String id, T value) {
        return new Fact<>(value, new Span(id, 0, 1, "A"), 1);
    }
}
