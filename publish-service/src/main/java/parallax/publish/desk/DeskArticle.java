package parallax.publish.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.publish.story.Label;

/**
 * An article as the page shows it.
 *
 * @param url null unless http or https
 * @param lang for the {@code lang} attribute
 * @param language in words
 */
public record DeskArticle(
        String documentId,
        String title,
        @Nullable String url,
        @Nullable String author,
        String outlet,
        String lang,
        String language,
        String form,
        List<String> labels,
        boolean draft,
        @Nullable String published,
        String excerpt) {

    static DeskArticle of(ArticleEnriched article) {
        String outlet = article.outlet() == null || article.outlet().isBlank() ? article.source() : article.outlet();
        return new DeskArticle(
                article.documentId(),
                article.title(),
                article.url() != null && article.url().matches("(?i)https?://\\S+") ? article.url() : null,
                article.author() == null || article.author().equals(outlet) ? null : article.author(),
                outlet,
                article.language(),
                Words.language(article.language()),
                Words.capital(article.form()),
                Label.words(article.labels()),
                article.draft(),
                article.publishedAt() == null ? null : Words.day(article.publishedAt()),
                article.excerpt());
    }
}
