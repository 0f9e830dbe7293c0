package parallax.publish.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Interview;

/** What a set of articles says of the interview, where the story's own word may not be used. */
final class InterviewFacts {

    private InterviewFacts() {}

    static @Nullable Interview of(Collection<ArticleEnriched> articles) {
        List<Interview> said = new ArrayList<>();
        for (ArticleEnriched article : articles) {
            if (article.interview() != null) {
                said.add(article.interview());
            }
        }
        if (said.isEmpty()) {
            return null;
        }
        Interview dated =
                said.stream().filter(i -> i.earliest() != null).findFirst().orElse(said.get(0));
        return new Interview(
                named(said, Interview::guests),
                named(said, Interview::hosts),
                first(said, Interview::show),
                first(said, Interview::episode),
                first(said, Interview::venue),
                dated.earliest(),
                dated.latest(),
                first(said, Interview::minutes),
                said.stream()
                        .flatMap(interview -> interview.recordings().stream())
                        .distinct()
                        .toList());
    }

    private static List<Interview.Named> named(
            List<Interview> said, Function<Interview, List<Interview.Named>> people) {
        Map<String, Interview.Named> byId = new LinkedHashMap<>();
        said.forEach(interview -> people.apply(interview).forEach(person -> byId.putIfAbsent(person.id(), person)));
        return List.copyOf(byId.values());
    }

    private static <T> @Nullable T first(List<Interview> said, Function<Interview, @Nullable T> fact) {
        return said.stream().map(fact).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
