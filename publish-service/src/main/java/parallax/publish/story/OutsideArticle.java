package parallax.publish.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;

/**
 * What of an article may go outside: no more of the text than its source allows.
 *
 * @param body Markdown; null unless the source allows the whole text and the article is shown in full
 * @param excerpt plain text; null if the source allows only the link
 * @param feed address of the feed that it was found in, if that is known and not private
 */
public record OutsideArticle(
        String documentId,
        String source,
        String title,
        @Nullable String url,
        @Nullable String author,
        @Nullable String outlet,
        String language,
        String form,
        List<String> labels,
        Rights rights,
        @Nullable Instant publishedAt,
        @Nullable String excerpt,
        @Nullable String body,
        List<String> tags,
        List<Term> topics,
        List<Term> entities,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String feed) {

    /** A topic or entity; how strong it is changes with every model and is nothing to a reader. */
    public record Term(String id, String label) {}

    /** The article as it is shown in full; whether it may be shown is for {@link EditorsWord#shows} to say. */
    public static OutsideArticle full(ArticleEnriched article) {
        return of(
                article,
                article.language(),
                article.rights() == Rights.LINK ? null : article.excerpt(),
                article.rights() == Rights.FULL ? article.body() : null);
    }

    /** The article as it is named beside another: no text, and what it is about in the words of that one's language. */
    static OutsideArticle mention(ArticleEnriched article, String language) {
        return of(article, language, null, null);
    }

    /** Who published it, as far as is known. */
    public String outletOrSource() {
        return outlet == null || outlet.isBlank() ? source : outlet;
    }

    /** Who wrote it, as far as is known. */
    public String authorOrOutlet() {
        return author == null || author.isBlank() ? outletOrSource() : author;
    }

    private static OutsideArticle of(
            ArticleEnriched article, String language, @Nullable String excerpt, @Nullable String body) {
        return new OutsideArticle(
                article.documentId(),
                article.source(),
                article.title(),
                article.url(),
                article.author(),
                article.outlet(),
                article.language(),
                article.form(),
                article.labels(),
                article.rights(),
                article.publishedAt(),
                excerpt,
                body,
                article.sourceTags(),
                article.topics().stream()
                        .map(topic -> new Term(topic.id(), topic.labels().getOrDefault(language, topic.label())))
                        .toList(),
                article.entities().stream()
                        .map(entity -> new Term(entity.id(), entity.labels().getOrDefault(language, entity.label())))
                        .toList(),
                article.feed());
    }
}
