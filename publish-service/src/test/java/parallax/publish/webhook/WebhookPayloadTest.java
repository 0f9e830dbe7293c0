package parallax.publish.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parallax.events.ArticleEnriched;
import parallax.publish.Samples;
import parallax.publish.delivery.EventType;
import parallax.publish.delivery.Parcel;
import parallax.publish.delivery.StoredChannel;
import parallax.publish.story.EditorsWord;
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
        OutsideStory story = OutsideStory.of(Samples.story("s", 3, many), List.of(many), EditorsWord.NONE)
                .orElseThrow();
        String body = WebhookPayload.json(parcel(story), "https://p.example", LIMIT, JSON);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LIMIT);
        JsonNode data = JSON.readTree(body).path("data");
        assertThat(data.path("articles").size() + data.path("more").asInt()).isEqualTo(300);
        assertThat(data.path("link").asString()).isEqualTo("https://p.example/v1/stories/s");
        assertThat(data.path("interview").path("minutes").asInt()).isEqualTo(169);
    }

    @Test
    void a_title_without_end_still_fits() {
        ArticleEnriched endless = Samples.article("doc", "標題🤖".repeat(20_000), "text");
        OutsideStory story = OutsideStory.of(Samples.story("s", 3, endless), List.of(endless), EditorsWord.NONE)
                .orElseThrow();
        String body = WebhookPayload.json(parcel(story), "https://p.example", LIMIT, JSON);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LIMIT);
        String title =
                JSON.readTree(body).path("data").path("lead").path("title").asString();
        assertThat(title.codePointCount(0, title.length())).isEqualTo(500);
        assertThat(title).startsWith("標題🤖").endsWith("…");
    }

    @ParameterizedTest
    @EnumSource
    void every_type_is_as_its_published_schema_says(EventType type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/static/schemas/webhook.v1.json"));
        Parcel full = parcel(OutsideStory.of(
                        Samples.story("s", 3, Samples.article("d", "T", "B")),
                        List.of(Samples.article("d", "T", "B")),
                        EditorsWord.NONE)
                .orElseThrow());
        Parcel parcel = new Parcel(
                full.deliveryId(),
                type,
                full.queuedAt(),
                full.channel(),
                "s",
                3,
                type == EventType.MERGED ? "into" : null,
                type.gone() ? null : full.story(),
                null,
                null);
        String body = WebhookPayload.json(parcel, "https://p.example", LIMIT, JSON);
        assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(body.replace("\"link\"", "\"lnk\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(resource("/static/schemas/webhooks.asyncapi.yaml")).contains("name: " + type);
    }

    @Test
    void a_test_call_is_as_its_published_schema_says() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("/static/schemas/webhook-test.v1.json"));
        String body = JSON.writeValueAsString(TestCalls.Payload.of("wh_1", Samples.TIME, "https://p.example"));
        assertThat(schema.validate(body, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(body.replace("webhook.test", "story.created"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(JSON.readTree(body).path("schema").asString()).endsWith("/schemas/webhook-test.v1.json");
        assertThat(resource("/static/schemas/webhooks.asyncapi.yaml"))
                .contains("name: webhook.test", "$ref: webhook-test.v1.json");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WebhookPayloadTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Parcel parcel(OutsideStory story) {
        StoredChannel channel = new StoredChannel("c", "webhook", "http://x", "{}", true, null, Samples.TIME);
        return new Parcel("msg_1", EventType.CREATED, Samples.TIME, channel, "s", 3, null, story, null, null);
    }
}
