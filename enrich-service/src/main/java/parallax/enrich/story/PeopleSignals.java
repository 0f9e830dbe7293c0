package parallax.enrich.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.Show;

/** Who speaks: the guest, and those who ask. A show stands for those who host it. */
final class PeopleSignals {

    private final InterviewFacts a;
    private final InterviewFacts b;
    private final Terms terms;

    PeopleSignals(InterviewFacts a, InterviewFacts b, Terms terms) {
        this.a = a;
        this.b = b;
        this.terms = terms;
    }

    void guests() {
        for (Fact<Person> guest : a.guests()) {
            for (Fact<Person> other : b.guests()) {
                if (guest.value().id().equals(other.value().id())) {
                    double weight = guest.value().known() ? Weights.FAMOUS_GUEST : Weights.RARE_GUEST;
                    terms.add("guest", weight, "both interview " + guest.value().name(), guest, other);
                    return;
                }
            }
        }
        terms.add(
                "guest",
                Weights.OTHER_GUEST,
                "one interviews %s, the other %s".formatted(names(a.guests()), names(b.guests())),
                a.guests().get(0),
                b.guests().get(0));
    }

    /** Show and hosts are one signal: a show stands for those who host it. */
    void voices() {
        List<Fact<Person>> sharedHosts = new ArrayList<>();
        List<String> sharedNames = new ArrayList<>();
        for (Fact<Person> host : a.hosts()) {
            for (Fact<Person> other : b.hosts()) {
                if (host.value().id().equals(other.value().id())) {
                    sharedHosts.add(host);
                    sharedHosts.add(other);
                    sharedNames.add(host.value().name());
                }
            }
        }
        Fact<Show> show = a.show();
        Fact<Show> other = b.show();
        boolean sameShow = false;
        if (show != null
                && other != null
                && show.value().id().equals(other.value().id())) {
            sameShow = true;
            terms.add(
                    "show",
                    Weights.SAME_SHOW,
                    "both name the show " + show.value().name(),
                    show,
                    other);
        }
        if (!sharedNames.isEmpty()) {
            double first = sameShow ? Weights.HOST_OF_SAME_SHOW : Weights.SAME_HOST;
            double weight = first + (sharedNames.size() - 1) * Weights.FURTHER_HOST;
            terms.add(
                    "host",
                    weight,
                    "both name " + String.join(" and ", sharedNames) + " as asking",
                    sharedHosts.stream().map(Fact::span).toList());
        }
        if (!sameShow && sharedNames.isEmpty()) {
            strangers(show, other);
        }
    }

    private void strangers(@Nullable Fact<Show> show, @Nullable Fact<Show> other) {
        Set<String> voices = voices(a);
        Set<String> others = voices(b);
        boolean met = voices.stream().anyMatch(others::contains);
        boolean bothShows = show != null && other != null;
        if (met || ((voices.isEmpty() || others.isEmpty()) && !bothShows)) {
            return;
        }
        double sure = Math.min(sureOf(show, a), sureOf(other, b));
        terms.add(
                "show",
                Weights.OTHER_VOICES * sure,
                "one is with %s, the other with %s".formatted(voicesName(a), voicesName(b)),
                Stream.concat(voiceFacts(a), voiceFacts(b)).map(Fact::span).toList());
    }

    private static Set<String> voices(InterviewFacts facts) {
        Set<String> voices = new TreeSet<>();
        facts.hosts().forEach(host -> voices.add(host.value().id()));
        if (facts.show() != null) {
            voices.addAll(facts.show().value().hosts());
        }
        return voices;
    }

    private static Stream<Fact<?>> voiceFacts(InterviewFacts facts) {
        return facts.show() != null
                ? Stream.of(facts.show())
                : facts.hosts().stream().map(host -> host);
    }

    private static String voicesName(InterviewFacts facts) {
        return facts.show() != null ? facts.show().value().name() : names(facts.hosts());
    }

    private static double sureOf(@Nullable Fact<Show> show, InterviewFacts facts) {
        return show != null
                ? show.confidence()
                : facts.hosts().stream().mapToDouble(Fact::confidence).max().orElse(0);
    }

    private static String names(List<Fact<Person>> people) {
        return people.stream().map(person -> person.value().name()).collect(Collectors.joining(" and "));
    }
}
