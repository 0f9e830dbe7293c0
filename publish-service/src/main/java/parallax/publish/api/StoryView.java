package parallax.publish.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.ArticleEnriched;
import parallax.events.Evidence;
import parallax.events.Interview;
import parallax.publish.story.EditorsWord;
import parallax.publish.story.InsideStory;

/**
 * A story as JSON.
 *
 * @param lead document id of the article that represents it outside; null while none may be shown
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
                story.articles().stream()
                        .map(article -> Member.of(article, story.word()))
                        .toList(),
                story.story().evidence(),
                story.story().foundedAt(),
                story.story().changedAt());
    }

    /**
     * An article in the story, drafts included.
     *
     * @param shown whether it goes out
     * @param editor the standing words of editors about it: {@code hold}, {@code release}, {@code lead}
     */
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
            boolean shown,
            List<String> editor,
            @Nullable Instant publishedAt,
            List<ArticleEnriched.Entity> entities,
            List<ArticleEnriched.Topic> topics) {

        static Member of(ArticleEnriched article, EditorsWord word) {
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
                    word.shows(article),
                    word.standing(article.documentId()),
                    article.publishedAt(),
                    article.entities(),
                    article.topics());
        }
    }
}
