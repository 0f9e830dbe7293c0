package parallax.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Phrases;
import parallax.enrich.interview.Wording;
import parallax.events.Evidence.Span;
import parallax.events.Interview;

class MergedInterviewTest {

    private static final Person GUEST = new Person("ada-guest", "Ada Guest", false);
    private static final Person HOST = new Person("bo-host", "Bo Host", false);

    @Test
    void who_asks_in_as_many_articles_as_he_answers_in_is_a_host() {
        Interview merged = merged(
                article(List.of(GUEST), List.of(HOST)),
                article(List.of(GUEST, HOST), List.of())); // "interview with Bo Host"
        assertThat(merged.guests()).extracting(Interview.Named::id).containsExactly("ada-guest");
        assertThat(merged.hosts()).extracting(Interview.Named::id).containsExactly("bo-host");
    }

    @Test
    void whom_more_articles_have_answer_is_a_guest() {
        Interview merged = merged(
                article(List.of(GUEST), List.of()),
                article(List.of(GUEST), List.of()),
                article(List.of(), List.of(GUEST, HOST)));
        assertThat(merged.guests()).extracting(Interview.Named::id).containsExactly("ada-guest");
        assertThat(merged.hosts()).extracting(Interview.Named::id).containsExactly("bo-host");
    }

    @Test
    void somebody_is_asked_in_every_interview() {
        Interview merged = merged(article(List.of(GUEST), List.of(GUEST)));
        assertThat(merged.guests()).extracting(Interview.Named::id).containsExactly("ada-guest");
        assertThat(merged.hosts()).isEmpty();
    }

    private static Interview merged(InterviewFacts... articles) {
        return Objects.requireNonNull(MergedInterview.of(List.of(articles)));
    }

    private static InterviewFacts article(List<Person> guests, List<Person> hosts) {
        return new InterviewFacts(
                "d",
                false,
                true,
                facts(guests),
                facts(hosts),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                new Wording(Map.of(), Map.of(), Phrases.NONE, Phrases.NONE));
    }

    private static List<Fact<Person>> facts(List<Person> people) {
        return people.stream()
                .map(person -> new Fact<>(person, new Span("d", 0, 1, "A"), 1))
                .toList();
    }
}
