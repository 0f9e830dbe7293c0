package parallax.publish.story;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parallax.events.ArticleEnriched;
import parallax.events.Rights;

/** Chooses the article that represents its story outside. The answer depends on the articles and the editor's word only, not on
 * their order. */
public final class LeadChooser {

    private static final List<String> FORMS = List.of("article", "commentary", "summary", "transcript");

    private static final Comparator<ArticleEnriched> BEST_FIRST = Comparator.comparing(LeadChooser::machineMade)
            .thenComparing(article -> article.rights() != Rights.FULL)
            .thenComparing(LeadChooser::formRank)
            // Only among articles proper does more text mean a better piece.
            .thenComparing(article -> formRank(article) == 0 ? -article.body().length() : 0)
            .thenComparing(LeadChooser::publishedAt)
            .thenComparing(ArticleEnriched::documentId);

    private LeadChooser() {}

    /** The lead among {@code articles}: an editor's where he named one; empty if none may be shown. */
    public static Optional<ArticleEnriched> choose(Collection<ArticleEnriched> articles, EditorsWord word) {
        List<ArticleEnriched> shown = articles.stream().filter(word::shows).toList();
        return word.lead(shown).or(() -> shown.stream().min(BEST_FIRST));
    }

    private static boolean machineMade(ArticleEnriched article) {
        return Label.machineMade(article.labels());
    }

    private static int formRank(ArticleEnriched article) {
        int rank = FORMS.indexOf(article.form());
        return rank < 0 ? FORMS.size() : rank;
    }

    private static Instant publishedAt(ArticleEnriched article) {
        return article.publishedAt() == null ? Instant.MAX : article.publishedAt();
    }
}
