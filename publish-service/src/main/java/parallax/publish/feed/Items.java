package parallax.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;
import parallax.publish.story.Urn;

/** What may go outside, as items. */
final class Items {

    private Items() {}

    static Item of(OutsideStory story) {
        return item(
                Urn.story(story.id()),
                story.lead(),
                ItemHtml.of(story.lead(), story.interview(), story.others()),
                categories(story.articles()),
                story.foundedAt(),
                story.changedAt());
    }

    static Item of(OutsideArticle article, Instant firstSeen, Instant changed) {
        Instant published = article.publishedAt() == null ? firstSeen : article.publishedAt();
        return item(
                Urn.article(article.documentId()),
                article,
                ItemHtml.of(article, null, List.of()),
                categories(List.of(article)),
                published,
                changed);
    }

    private static Item item(
            String id,
            OutsideArticle article,
            String html,
            List<String> categories,
            Instant published,
            Instant updated) {
        @Nullable String url = article.url() == null ? null : SafeHtml.absolute(article.url(), null);
        return new Item(
                id,
                XmlText.clean(article.title()),
                url,
                html,
                XmlText.cleanOrNull(article.excerpt()),
                XmlText.clean(article.authorOrOutlet()),
                XmlText.clean(article.language()),
                categories,
                published,
                updated);
    }

    private static List<String> categories(List<OutsideArticle> articles) {
        return articles.stream()
                .flatMap(article -> Stream.concat(article.topics().stream(), article.entities().stream()))
                .collect(java.util.stream.Collectors.toMap(
                        OutsideArticle.Term::id,
                        term -> XmlText.clean(term.label()),
                        (first, second) -> first, // the lead's wording, in the lead's language
                        java.util.LinkedHashMap::new))
                .values()
                .stream()
                .filter(label -> !label.isBlank())
                .distinct()
                .toList();
    }
}
