package parallax.publish.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Interview;
import parallax.events.StoryChanged;

/**
 * What of a story may go outside. Nothing in it stems from an article that is a draft, held or withdrawn.
 *
 * @param version of the story when this was made
 * @param changedAt when this last changed for a reader
 * @param lead represents the story, with as much text as its source allows
 * @param others the rest of the coverage, by date, without text
 */
public record OutsideStory(
        String id,
        long version,
        Instant foundedAt,
        Instant changedAt,
        @Nullable Interview interview,
        OutsideArticle lead,
        List<OutsideArticle> others) {

    private static final Comparator<ArticleEnriched> BY_DATE = Comparator.comparing(
                    (ArticleEnriched article) -> article.publishedAt() == null ? Instant.MAX : article.publishedAt())
            .thenComparing(ArticleEnriched::documentId);

    /**
     * What of {@code story} may go outside; empty if nothing may.
     *
     * @param articles those of its members that have arrived and are not withdrawn
     * @param word what editors said of them
     */
    public static Optional<OutsideStory> of(
            StoryChanged story, Collection<ArticleEnriched> articles, EditorsWord word) {
        return LeadChooser.choose(articles, word).map(lead -> {
            List<ArticleEnriched> visible =
                    articles.stream().filter(word::shows).sorted(BY_DATE).toList();
            boolean whole = visible.size() == story.members().size();
            return new OutsideStory(
                    story.storyId(),
                    story.version(),
                    story.foundedAt(),
                    story.changedAt(),
                    // The story's own facts may rest on the very article that must not be seen.
                    whole ? story.interview() : InterviewFacts.of(visible),
                    OutsideArticle.full(lead),
                    visible.stream()
                            .filter(article -> !article.documentId().equals(lead.documentId()))
                            .map(article -> OutsideArticle.mention(article, lead.language()))
                            .toList());
        });
    }

    /** All articles, the lead first. */
    public List<OutsideArticle> articles() {
        List<OutsideArticle> all = new ArrayList<>(others.size() + 1);
        all.add(lead);
        all.addAll(others);
        return all;
    }

    /** The same as of another version and time: for telling whether a reader would see a difference. */
    public OutsideStory as(long otherVersion, Instant otherTime) {
        return new OutsideStory(id, otherVersion, foundedAt, otherTime, interview, lead, others);
    }
}
