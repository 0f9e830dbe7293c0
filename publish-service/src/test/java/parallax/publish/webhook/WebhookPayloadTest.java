package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parallax.events.ArticleEnriched;
import parallax.publish.Samples;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.story.OutsideStory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookPayloadTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LIMIT = 20_000;

    @Test
    void coverage_by_hundreds_still_fits() {
        ArticleEnriched[] many = IntStream.range(0, 300)
                .mapToObj(n -> Samples.article("doc-" + n, "標題".repeat(40), "text"))
                .toArray(ArticleEnriched[]::new);
        OutsideStory story =
                OutsideStory.of(Samples.story("s", 3, many), List.of(many)).orElseThrow();
        String body = WebhookPayload.json(parcel(story), "https://p.example", LIMIT, JSON);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LIMIT);
        JsonNode data = JSON.readTree(body).path("data");
        assertThat(data.path("articles").size() + data.path("more").asInt()).isEqualTo(300);
        assertThat(data.path("link").asString()).isEqualTo("https://p.example/v1/stories/s");
        assertThat(data.path("interview").path("minutes").asInt()).isEqualTo(169);
    }

    private static Parcel parcel(OutsideStory story) {
        StoredChannel channel = new StoredChannel("c", "webhook", "http://x", "{}", true, null, Samples.TIME);
        return new Parcel("msg_1", EventType.CREATED, Samples.TIME, channel, "s", 3, null, story, null, null);
    }
}
