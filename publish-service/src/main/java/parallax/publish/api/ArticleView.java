package parallax.publish.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.publish.delivery.Delivery;

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
        return switch (article.rights()) {
            case FULL -> this;
            case SUMMARY -> withText("", article.excerpt(), "the source allows a summary: " + WITH_TOKEN);
            case LINK -> withText("", "", "the source allows a link: " + WITH_TOKEN);
        };
    }

    private static final String WITH_TOKEN = "the rest is for those who have a token of scope read";

    private ArticleView withText(String body, String excerpt, String why) {
        return new ArticleView(article.withText(body, excerpt), shown, why, editor, story, deliveries);
    }
}
