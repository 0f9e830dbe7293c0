package parallax.enrich.story;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parallax.enrich.interview.DayRange;
import parallax.enrich.interview.Fact;
import parallax.enrich.interview.InterviewFacts;
import parallax.enrich.interview.NameKey;
import parallax.enrich.interview.NameLikeness;
import parallax.enrich.interview.Person;
import parallax.enrich.interview.RecordingLinks;
import parallax.events.Interview;
import parallax.events.Interview.Named;

/** What several articles say of one interview, taken together. */
public final class MergedInterview {

    private MergedInterview() {}

    /** The interview, in which everybody is what most articles say he is; null if {@code articles} cover none. Articles stand in the order of their ids, so that the answer is a function of the set. */
    public static @Nullable Interview of(List<InterviewFacts> articles) {
        if (articles.stream().noneMatch(InterviewFacts::coversInterview)) {
            return null;
        }
        Map<Named, Integer> asGuests = people(articles, InterviewFacts::guests);
        Map<Named, Integer> asHosts = people(articles, InterviewFacts::hosts);
        List<Named> guests = asGuests.entrySet().stream()
                .filter(guest -> asHosts.entrySet().stream()
                        .noneMatch(host -> same(host.getKey(), guest.getKey()) && host.getValue() >= guest.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return of(articles, guests.isEmpty() ? List.copyOf(asGuests.keySet()) : guests, asHosts.keySet());
    }

    /** Whoever is a guest is no host. */
    private static Interview of(List<InterviewFacts> articles, List<Named> guests, Collection<Named> asHosts) {
        List<Named> hosts = asHosts.stream()
                .filter(host -> guests.stream().noneMatch(guest -> same(guest, host)))
                .toList();
        DayRange held = held(articles);
        return new Interview(
                guests,
                hosts,
                surest(articles, InterviewFacts::show, show -> new Named(show.id(), show.name())),
                surest(articles, InterviewFacts::episode, number -> number),
                surest(articles, InterviewFacts::venue, venue -> venue),
                held == null ? null : held.from(),
                held == null ? null : held.to(),
                surest(articles, InterviewFacts::minutes, minutes -> minutes),
                articles.stream()
                        .flatMap(article -> article.recordings().stream())
                        .map(recording -> RecordingLinks.url(recording.value()))
                        .distinct()
                        .toList());
    }

    private static boolean same(Named one, Named other) {
        return NameLikeness.of(NameKey.of(one.name()), NameKey.of(other.name())) >= NameLikeness.SAME;
    }

    /** Those named most often first, with how often; names that are alike are one person, called as the gazetteer has it or else as most articles do. */
    private static Map<Named, Integer> people(
            List<InterviewFacts> articles, Function<InterviewFacts, List<Fact<Person>>> role) {
        Map<Person, Integer> names = new LinkedHashMap<>();
        articles.stream()
                .map(role)
                .flatMap(Collection::stream)
                .map(Fact::value)
                .forEach(person -> names.merge(person, 1, Integer::sum));
        Map<Named, Integer> counts = new LinkedHashMap<>();
        names.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Person, Integer> name) ->
                                !name.getKey().known())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(name -> name.getKey().id()))
                .forEach(name -> {
                    Person person = name.getKey();
                    Named known = counts.keySet().stream()
                            .filter(named -> person.names().stream()
                                    .anyMatch(called -> NameLikeness.of(NameKey.of(named.name()), NameKey.of(called))
                                            >= NameLikeness.SAME))
                            .findFirst()
                            .orElse(new Named(person.id(), person.name()));
                    counts.merge(known, name.getValue(), Integer::sum);
                });
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Named, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(person -> person.getKey().id()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    private static <T, R> @Nullable R surest(
            List<InterviewFacts> articles, Function<InterviewFacts, @Nullable Fact<T>> fact, Function<T, R> form) {
        return articles.stream()
                .map(fact)
                .filter(Objects::nonNull)
                .max(Comparator.comparingDouble(Fact::confidence))
                .map(found -> form.apply(found.value()))
                .orElse(null);
    }

    /** The narrowest range that an article gives; where none does, it was before the first article about it. */
    private static @Nullable DayRange held(List<InterviewFacts> articles) {
        return articles.stream()
                .map(InterviewFacts::held)
                .filter(Objects::nonNull)
                .map(Fact::value)
                .min(Comparator.comparingLong(DayRange::days).thenComparing(DayRange::from))
                .map(range -> clip(range, articles))
                .orElse(null);
    }

    private static DayRange clip(DayRange range, List<InterviewFacts> articles) {
        return articles.stream()
                .map(InterviewFacts::published)
                .filter(Objects::nonNull)
                .map(published -> LocalDate.ofInstant(published.value(), java.time.ZoneOffset.UTC))
                .filter(day -> !day.isBefore(range.from()) && day.isBefore(range.to()))
                .min(Comparator.naturalOrder())
                .map(day -> new DayRange(range.from(), day))
                .orElse(range);
    }
}
