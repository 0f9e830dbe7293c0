package parallax.publish.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Evidence;
import parallax.events.Interview;
import parallax.publish.story.InsideStory;

/**
 * A story as JSON.
 *
 * @param lead document id of the article that represents it outside; null while all are drafts
 */
record StoryView(
        String id,
        long version,
        @Nullable Interview interview,
        @Nullable String lead,
        List<Member> articles,
        List<Evidence> evidence,
        Instant foundedAt,
        Instant changedAt) {

    static StoryView of(InsideStory story) {
        return new StoryView(
                story.story().storyId(),
                story.story().version(),
                story.story().interview(),
                story.lead().map(ArticleEnriched::documentId).orElse(null),
                story.articles().stream().map(Member::of).toList(),
                story.story().evidence(),
                story.story().foundedAt(),
                story.story().changedAt());
    }

    /** An article in the story, drafts included. */
    record Member(
            String documentId,
            String title,
            @Nullable String url,
            @Nullable String author,
            @Nullable String outlet,
            String language,
            String form,
            List<String> labels,
            boolean draft,
            @Nullable Instant publishedAt,
            List<ArticleEnriched.Entity> entities,
            List<ArticleEnriched.Topic> topics) {

        static Member of(ArticleEnriched article) {
            return new Member(
                    article.documentId(),
                    article.title(),
                    article.url(),
                    article.author(),
                    article.outlet(),
                    article.language(),
                    article.form(),
                    article.labels(),
                    article.draft(),
                    article.publishedAt(),
                    article.entities(),
                    article.topics());
        }
    }
}
