package parallax.enrich.annotate;

import java.util.List;
import parallax.enrich.normalize.Article;
import parallax.events.ArticleEnriched.Topic;

/** What an article is about. */
public final class TopicTagger {

    /** At most six topics, best first. */
    public List<Topic> tag(Article article) {
        return List.of();
    }
}
