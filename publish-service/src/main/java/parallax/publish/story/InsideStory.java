package parallax.publish.story;

import java.util.List;
import java.util.Optional;
import parallax.events.ArticleEnriched;
import parallax.events.StoryChanged;

/**
 * A story as the newsroom sees it: drafts included, withdrawn articles not.
 *
 * @param story the version that is shown
 * @param articles its members, ordered by document id
 */
public record InsideStory(StoryChanged story, List<ArticleEnriched> articles) {

    /** The article that represents it outside; empty if all are drafts. */
    public Optional<ArticleEnriched> lead() {
        return LeadChooser.choose(articles);
    }
}
