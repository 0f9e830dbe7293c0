package parallax.publish.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Interview;
import parallax.publish.story.Day;
import parallax.publish.story.InsideStory;

/**
 * A story as the page shows it: words, no logic left for the template.
 *
 * @param draft nothing of it is outside: all is draft or held
 * @param lead what stands for it on the page, even while nothing is shown
 */
public record DeskStory(
        String id,
        long version,
        boolean draft,
        DeskArticle lead,
        List<DeskArticle> others,
        @Nullable DeskInterview interview,
        List<String> topics,
        List<String> entities,
        List<DeskEvidence> evidence,
        String changed,
        Instant changedAt) {

    private static final int TERMS = 12;

    static DeskStory of(InsideStory inside) {
        List<ArticleEnriched> articles = inside.articles();
        ArticleEnriched lead = inside.lead().orElse(articles.get(0));
        Map<String, ArticleEnriched> byId = articles.stream()
                .collect(Collectors.toMap(ArticleEnriched::documentId, Function.identity(), (a, b) -> a));
        Interview interview = inside.story().interview();
        return new DeskStory(
                inside.story().storyId(),
                inside.story().version(),
                inside.lead().isEmpty(),
                DeskArticle.of(lead, inside.word()),
                articles.stream()
                        .filter(article -> !article.documentId().equals(lead.documentId()))
                        .map(article -> DeskArticle.of(article, inside.word()))
                        .toList(),
                interview == null ? null : DeskInterview.of(interview),
                labels(lead, articles, article -> article.topics().stream()
                        .map(topic -> Map.entry(topic.id(), topic.label()))),
                labels(lead, articles, article -> article.entities().stream()
                        .map(entity -> Map.entry(entity.id(), entity.label()))),
                inside.story().evidence().stream()
                        .filter(pair -> byId.containsKey(pair.first()) && byId.containsKey(pair.second()))
                        .map(pair -> DeskEvidence.of(pair, byId))
                        .toList(),
                Day.words(inside.story().changedAt()),
                inside.story().changedAt());
    }

    /** Each once, in the lead's wording where the lead has it. */
    private static List<String> labels(
            ArticleEnriched lead,
            List<ArticleEnriched> articles,
            Function<ArticleEnriched, Stream<Map.Entry<String, String>>> terms) {
        return Stream.concat(Stream.of(lead), articles.stream())
                .flatMap(terms)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .distinct()
                .limit(TERMS)
                .toList();
    }
}
