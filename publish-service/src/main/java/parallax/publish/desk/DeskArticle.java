package parallax.publish.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.publish.story.Day;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.Label;
import parallax.publish.story.Language;

/**
 * An article as the page shows it.
 *
 * @param url null unless http or https
 * @param lang for the {@code lang} attribute
 * @param language in words
 * @param draft not shown outside
 * @param held because an editor says so
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
        boolean held,
        @Nullable String published,
        String excerpt) {

    /** Who published it, as far as is known. */
    static String outlet(ArticleEnriched article) {
        return article.outlet() == null || article.outlet().isBlank() ? article.source() : article.outlet();
    }

    static DeskArticle of(ArticleEnriched article, EditorsWord word) {
        String outlet = outlet(article);
        return new DeskArticle(
                article.documentId(),
                article.title(),
                article.url() != null && article.url().matches("(?i)https?://\\S+") ? article.url() : null,
                article.author() == null || article.author().equals(outlet) ? null : article.author(),
                outlet,
                article.language(),
                Language.words(article.language()),
                Words.capital(article.form()),
                Label.words(article.labels()),
                !word.shows(article),
                word.hold(article.documentId()).isPresent(),
                article.publishedAt() == null ? null : Day.words(article.publishedAt()),
                article.excerpt());
    }
}
