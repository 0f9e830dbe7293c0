package parallax.publish.story;

import java.util.List;
import java.util.Optional;
import parallax.events.ArticleEnriched;
import parallax.events.StoryChanged;

/**
 * A story as the newsroom sees it: what may not go outside included, withdrawn articles not.
 *
 * @param story the version that is shown
 * @param articles its members, ordered by document id
 * @param word what editors said of them
 */
public record InsideStory(StoryChanged story, List<ArticleEnriched> articles, EditorsWord word) {

    /** The article that represents it outside; empty if none may be shown. */
    public Optional<ArticleEnriched> lead() {
        return LeadChooser.choose(articles, word);
    }
}
