package parallax.publish.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.events.Interview;
import parallax.publish.delivery.Parcel;
import parallax.publish.story.OutsideArticle;
import parallax.publish.story.OutsideStory;
import parallax.publish.story.Urn;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook: thin, with a link for the rest.
 *
 * @param schema where its JSON Schema is, with the version in its name
 * @param timestamp when the change was queued: the same at every attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookPayload(String type, Instant timestamp, String schema, Data data) {

    private static final int LONGEST = 500;
    private static final int LONGEST_URL = 2000;

    /**
     * What changed.
     *
     * @param id of the feed item, for ever
     * @param link where all of it can be read
     * @param more articles that found no room
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            String story,
            String id,
            long version,
            @Nullable Article lead,
            @Nullable Interview interview,
            @Nullable List<Article> articles,
            @Nullable Integer more,
            @Nullable String mergedInto,
            String link) {}

    /** One of the coverage. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Article(
            String title,
            @Nullable String url,
            String outlet,
            @Nullable String author,
            String language,
            String form,
            List<String> labels) {

        static Article of(OutsideArticle article) {
            return new Article(
                    cut(article.title()),
                    article.url() == null || article.url().length() > LONGEST_URL ? null : article.url(),
                    cut(article.outletOrSource()),
                    article.author() == null ? null : cut(article.author()),
                    article.language(),
                    article.form(),
                    article.labels());
        }
    }

    /** As JSON of at most {@code limit} bytes; coverage is left out from the end until it fits, then the interview. */
    static String json(Parcel parcel, String baseUrl, long limit, JsonMapper json) {
        OutsideStory story = parcel.story();
        int kept = story == null ? 0 : story.articles().size();
        WebhookPayload payload = of(parcel, baseUrl, kept);
        String body = json.writeValueAsString(payload);
        while (kept > 0 && body.getBytes(StandardCharsets.UTF_8).length > limit) {
            kept = kept / 2;
            payload = of(parcel, baseUrl, kept);
            body = json.writeValueAsString(payload);
        }
        return body.getBytes(StandardCharsets.UTF_8).length <= limit
                ? body
                : json.writeValueAsString(payload.withoutInterview());
    }

    private WebhookPayload withoutInterview() {
        Data thin = new Data(
                data.story,
                data.id,
                data.version,
                data.lead,
                null,
                data.articles,
                data.more,
                data.mergedInto,
                data.link);
        return new WebhookPayload(type, timestamp, schema, thin);
    }

    /** What is longer is no title and no name. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static WebhookPayload of(Parcel parcel, String baseUrl, int kept) {
        OutsideStory story = parcel.story();
        Data data;
        if (story == null) {
            String link =
                    baseUrl + "/v1/stories/" + (parcel.mergedInto() == null ? parcel.storyId() : parcel.mergedInto());
            data = new Data(
                    parcel.storyId(),
                    Urn.story(parcel.storyId()),
                    parcel.version(),
                    null,
                    null,
                    null,
                    null,
                    parcel.mergedInto(),
                    link);
        } else {
            List<Article> articles =
                    story.articles().stream().limit(kept).map(Article::of).toList();
            int left = story.articles().size() - articles.size();
            data = new Data(
                    story.id(),
                    Urn.story(story.id()),
                    story.version(),
                    Article.of(story.lead()),
                    story.interview(),
                    articles,
                    left == 0 ? null : left,
                    null,
                    baseUrl + "/v1/stories/" + story.id());
        }
        return new WebhookPayload(
                parcel.type().toString(), parcel.queuedAt(), baseUrl + "/schemas/webhook.v1.json", data);
    }
}
