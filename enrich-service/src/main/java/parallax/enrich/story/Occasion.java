package parallax.enrich.story;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.Person;
import parallax.events.Evidence.Span;

/** Says what two articles tell of where and when the conversation took place, on which show, how long it was and who asked. */
final class Occasion {

    private final PairScore pair;
    private final InterviewFacts a;
    private final InterviewFacts b;
    private final Source first;
    private final Source second;
    private final Reasons reasons;

    Occasion(PairScore pair, Source first, Source second, Reasons reasons) {
        this.pair = pair;
        this.a = pair.first().facts();
        this.b = pair.second().facts();
        this.first = first;
        this.second = second;
        this.reasons = reasons;
    }

    void tell() {
        show();
        hosts();
        lengths();
        episode();
        dates();
        recording();
    }

    private void show() {
        if (a.show() != null && b.show() != null) {
            String reason = a.show().value().id().equals(b.show().value().id())
                    ? "both name the show " + a.show().value().name()
                    : "one names the show %s, the other %s"
                            .formatted(a.show().value().name(), b.show().value().name());
            reasons.add(
                    "show",
                    pair.weight("show", "other-show"),
                    reason,
                    List.of(a.show().span(), b.show().span()));
        }
    }

    private void hosts() {
        List<Fact<Person>> hosts = Voices.shared(pair.first(), pair.second());
        String names =
                hosts.stream().map(Fact::value).map(Person::name).distinct().collect(Collectors.joining(" and "));
        reasons.add(
                "host",
                pair.weight("host"),
                "both name %s as asking".formatted(names),
                hosts.stream().map(Fact::span).toList());
    }

    private void lengths() {
        if (a.minutes() != null && b.minutes() != null) {
            String agree = pair.weight("same-length") > 0 ? "lengths agree" : "lengths differ";
            String reason = "%s, %s and %s"
                    .formatted(
                            agree,
                            length(a.minutes().value()),
                            length(b.minutes().value()));
            reasons.add(
                    "length",
                    pair.weight("same-length", "other-length"),
                    reason,
                    List.of(a.minutes().span(), b.minutes().span()));
        }
    }

    private void episode() {
        if (a.episode() != null && b.episode() != null) {
            int one = a.episode().value();
            int other = b.episode().value();
            reasons.add(
                    "episode",
                    pair.weight("same-episode", "other-episode"),
                    one == other
                            ? "both say that it is episode " + one
                            : "one says that it is episode %d, the other %d".formatted(one, other),
                    List.of(a.episode().span(), b.episode().span()));
        }
    }

    private void dates() {
        if (a.held() != null && b.held() != null) {
            String reason = pair.weight("same-day") > 0 ? "the dates they give agree" : "the dates they give differ";
            reasons.add(
                    "date",
                    pair.weight("same-day", "other-day", "other-recording"),
                    reason,
                    List.of(a.held().span(), b.held().span()));
        }
        if (a.published() != null && b.published() != null) {
            long days = Timing.daysApart(a, b);
            reasons.add(
                    "published",
                    pair.weight("near", "far"),
                    days == 0 ? "published on one day" : "published %d days apart".formatted(days),
                    List.of(a.published().span(), b.published().span()));
        }
        Fact<DayRange> held = a.held() != null ? a.held() : b.held();
        if (held != null) {
            List<Span> spans = List.of(held.span(), (a.held() != null ? second : first).opening());
            reasons.add(
                    "after", pair.weight("after"), "one was published soon after the other says it took place", spans);
            reasons.add(
                    "foretold",
                    pair.weight("foretold"),
                    "one was published before the other says the conversation took place",
                    spans);
        }
    }

    private void recording() {
        for (Fact<String> recording : a.recordings()) {
            b.recordings().stream()
                    .filter(other -> other.value().equals(recording.value()))
                    .findFirst()
                    .ifPresent(other -> reasons.add(
                            "recording",
                            pair.weight("recording"),
                            "both point at the recording " + recording.value(),
                            List.of(recording.span(), other.span())));
        }
    }

    private static String length(int minutes) {
        return minutes % 60 == 0
                ? minutes / 60 + " h"
                : minutes < 60
                        ? minutes + " min"
                        : String.format(Locale.ROOT, "%d h %d min", minutes / 60, minutes % 60);
    }
}
