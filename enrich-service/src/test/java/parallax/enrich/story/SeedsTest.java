package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parallax.enrich.Seeds;
import parallax.enrich.annotate.Gazetteer;
import parallax.enrich.interview.InterviewReader;
import parallax.enrich.normalize.Normalizer;
import parallax.events.DocumentReceived;
import parallax.events.Evidence;
import parallax.events.Evidence.Span;

/** The two interviews of the five seeds, told apart in every order of arrival. */
class SeedsTest {

    private static final List<Member> SEEDS = members();
    private static final Map<String, String> CONTENTS =
            Seeds.all().stream().collect(Collectors.toMap(DocumentReceived::id, DocumentReceived::content));

    @Test
    void all_120_orders_of_arrival_give_the_same_two_stories_and_the_same_evidence() {
        List<List<Member>> orders = permutations(SEEDS);
        assertThat(orders).hasSize(120);
        List<StoryState.Content> first = null;
        for (List<Member> order : orders) {
            Newsroom newsroom = new Newsroom();
            order.forEach(member -> newsroom.arrives(member, CONTENTS.get(member.documentId())));
            assertThat(newsroom.groups())
                    .as(names(order))
                    .containsExactlyInAnyOrder(
                            new TreeSet<>(List.of("000", "004")), new TreeSet<>(List.of("001", "002", "003")));
            List<StoryState.Content> contents = newsroom.stories().stream()
                    .map(StoryState::content)
                    .sorted(java.util.Comparator.comparing(
                            content -> content.members().get(0).documentId()))
                    .toList();
            first = first == null ? contents : first;
            assertThat(contents).as(names(order)).isEqualTo(first);
        }
    }

    @Test
    void what_is_known_of_the_interviews_is_right() {
        Newsroom newsroom = new Newsroom();
        SEEDS.forEach(member -> newsroom.arrives(member, CONTENTS.get(member.documentId())));
        Map<String, StoryState> stories = newsroom.stories().stream()
                .collect(Collectors.toMap(
                        story -> story.content().members().get(0).documentId(), Function.identity()));
        var summit = stories.get("000").content().interview();
        assertThat(summit.guests()).extracting("name").containsExactly("Elon Musk");
        assertThat(summit.hosts()).isEmpty();
        assertThat(summit.show().name()).isEqualTo("All-In");
        assertThat(summit.earliest()).isEqualTo("2025-09-10").isEqualTo(summit.latest());
        assertThat(summit.minutes()).isEqualTo(40);
        var podcast = stories.get("001").content().interview();
        assertThat(podcast.guests()).extracting("name").containsExactly("Elon Musk");
        assertThat(podcast.hosts()).extracting("name").containsExactly("Dwarkesh Patel", "John Collison");
        assertThat(podcast.show().name()).isEqualTo("Dwarkesh Podcast");
        assertThat(podcast.earliest()).isEqualTo("2026-02-01");
        assertThat(podcast.latest()).isEqualTo("2026-02-06"); // by then the first article was out
        assertThat(podcast.minutes()).isEqualTo(180);
        assertThat(podcast.recordings()).contains("https://www.youtube.com/watch?v=BYXbuik3dgA");
    }

    @Test
    void every_pair_in_a_story_has_evidence_whose_quotes_stand_in_the_documents() {
        Newsroom newsroom = new Newsroom();
        SEEDS.forEach(member -> newsroom.arrives(member, CONTENTS.get(member.documentId())));
        for (StoryState story : newsroom.stories()) {
            int size = story.content().members().size();
            assertThat(story.content().evidence()).hasSize(size * (size - 1) / 2);
            for (Evidence pair : story.content().evidence()) {
                assertThat(pair.score()).isPositive();
                assertThat(pair.terms()).isNotEmpty().allSatisfy(term -> {
                    assertThat(term.reason()).isNotBlank();
                    assertThat(term.spans()).extracting(Span::documentId).contains(pair.first(), pair.second());
                    term.spans().forEach(span -> assertThat(quoted(CONTENTS.get(span.documentId()), span))
                            .isEqualTo(span.quote())
                            .isNotBlank());
                });
            }
        }
    }

    @Test
    void the_interviews_are_far_apart() {
        InMemoryLibrary library = new InMemoryLibrary();
        SEEDS.forEach(member -> library.put(member, CONTENTS.get(member.documentId())));
        Matching matching = new Matching(library, new Weighed(0));
        List<String> together = List.of("000004", "001002", "001003", "002003");
        for (Member one : SEEDS) {
            for (Member other : SEEDS) {
                String pair = one.documentId() + other.documentId();
                if (one.documentId().compareTo(other.documentId()) < 0) {
                    double score =
                            matching.score(one.profile(), other.profile()).logOdds();
                    assertThat(score > Grouping.JOIN)
                            .as(pair + " scores " + score)
                            .isEqualTo(together.contains(pair));
                }
            }
        }
    }

    private static String quoted(String content, Span span) {
        int start = content.offsetByCodePoints(0, span.start());
        return content.substring(start, content.offsetByCodePoints(start, span.end() - span.start()));
    }

    private static List<Member> members() {
        InterviewReader reader = new InterviewReader(new Gazetteer());
        return Seeds.all().stream()
                .map(seed ->
                        new Member(reader.read(Normalizer.normalize(seed)), seed.revision(), seed.receivedAt(), null))
                .toList();
    }

    private static String names(List<Member> order) {
        return order.stream().map(Member::documentId).collect(Collectors.joining(" "));
    }

    private static List<List<Member>> permutations(List<Member> members) {
        if (members.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Member>> all = new ArrayList<>();
        for (Member head : members) {
            List<Member> rest = new ArrayList<>(members);
            rest.remove(head);
            permutations(rest).forEach(tail -> {
                List<Member> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                all.add(order);
            });
        }
        return all;
    }
}
