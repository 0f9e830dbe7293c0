package parallax.publish.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;
import parallax.publish.delivery.Delivery;
import parallax.publish.story.OutsideArticle;

/**
 * An article as JSON, with its annotations.
 *
 * @param shown whether it goes out
 * @param withheld why {@code body}, or that and {@code excerpt}, is empty; null if nothing is withheld
 * @param editor the standing words of editors about it: {@code hold}, {@code release}, {@code lead}
 * @param story that shows it; null if none does yet
 * @param deliveries of that story, newest first
 */
record ArticleView(
        @JsonUnwrapped ArticleEnriched article,
        boolean shown,
        @Nullable String withheld,
        List<String> editor,
        @Nullable String story,
        List<Delivery> deliveries) {

    /** The same for everybody: no more of the text than goes out. */
    ArticleView forEverybody() {
        if (!shown) {
            return withText("", "", "a draft, or held: its text is for those who have a token of scope read");
        }
        if (article.rights() == Rights.FULL) {
            return this;
        }
        OutsideArticle outside = OutsideArticle.full(article);
        return withText(
                Objects.requireNonNullElse(outside.body(), ""),
                Objects.requireNonNullElse(outside.excerpt(), ""),
                "the source allows a " + article.rights().name().toLowerCase(Locale.ROOT)
                        + ": the rest is for those who have a token of scope read");
    }

    private ArticleView withText(String body, String excerpt, String why) {
        return new ArticleView(article.withText(body, excerpt), shown, why, editor, story, deliveries);
    }
}
