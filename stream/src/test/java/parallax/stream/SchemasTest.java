package parallax.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.ChannelKept;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.Evidence;
import parallax.events.FeedIssued;
import parallax.events.FieldChange;
import parallax.events.Interview;
import parallax.events.Interview.Named;
import parallax.events.Provenance;
import parallax.events.Rights;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we write is what the published schemas say, and what they say is what our records hold. */
class SchemasTest {

    private static final String REVISION = "0".repeat(64);
    private static final Instant NOW = Instant.parse("2026-02-06T04:00:00Z");

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_written_as_its_schema_says_and_read_back_the_same(Event event) throws IOException {
        byte[] json = EventJson.write(event);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(event));
        assertThat(schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
        assertThat(EventJson.readEvent(json, event.eventType())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void schema_and_record_name_the_same_fields(Event event) throws IOException {
        JsonNode properties = JsonMapper.shared().readTree(schema(event)).get("properties");
        assertThat(new TreeSet<>(properties.propertyNames()))
                .isEqualTo(new TreeSet<>(Arrays.stream(event.getClass().getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_field_of_tomorrow_is_ignored(Event event) {
        String json =
                new String(EventJson.write(event), StandardCharsets.UTF_8).replaceFirst("\\{", "{\"tomorrow\":[1],");
        assertThat(EventJson.readEvent(json.getBytes(StandardCharsets.UTF_8), event.eventType()))
                .isEqualTo(event);
    }

    @Test
    void a_document_of_an_older_release_is_read_without_provenance() {
        String document =
                "{\"id\":\"d\",\"revision\":\"" + REVISION + "\",\"source\":\"s\",\"contentType\":\"text/plain\","
                        + "\"content\":\"x\",\"rights\":\"full\",\"receivedAt\":\"2026-02-06T04:00:00Z\"}";
        assertThat(EventJson.readEvent(document.getBytes(StandardCharsets.UTF_8), DocumentReceived.TYPE))
                .isEqualTo(new DocumentReceived("d", REVISION, "s", null, "text/plain", "x", Rights.FULL, NOW));
    }

    @Test
    void an_article_of_an_older_release_is_read_without_labels() {
        String entity = "{\"id\":\"e\",\"type\":\"person\",\"label\":\"E\",\"salience\":0.5}";
        ArticleEnriched.Entity read = JsonMapper.shared().readValue(entity, ArticleEnriched.Entity.class);
        assertThat(read.labels()).isEmpty();
        assertThat(read.wikidata()).isNull();
    }

    static Stream<Event> events() {
        Interview interview = new Interview(
                List.of(new Named("g", "Guest")),
                List.of(),
                new Named("s", "Show"),
                436,
                "Cupertino",
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-02-06"),
                180,
                List.of("https://example.org/r"));
        Evidence.Span span = new Evidence.Span("d", 0, 2, "三小");
        Evidence evidence = new Evidence(
                "d", "e", 4.2, List.of(new Evidence.Term("length", 1.8, "lengths agree, 3 h", List.of(span))));
        return Stream.of(
                new DocumentReceived(
                        "d",
                        REVISION,
                        "s",
                        null,
                        "text/plain",
                        "text",
                        Rights.FULL,
                        NOW,
                        "CC BY 4.0",
                        List.of("translated"),
                        List.of(new Provenance(
                                "s",
                                "feed",
                                "https://example.org/a",
                                NOW,
                                Rights.FULL,
                                "CC BY 4.0",
                                REVISION,
                                "https://example.org/feed.xml")),
                        REVISION,
                        List.of(new FieldChange("title", "T", null)),
                        "posts/a.md",
                        "zh-Hant",
                        "Ann"),
                new DocumentWithdrawn("d", NOW),
                new ArticleEnriched(
                        "d",
                        REVISION,
                        "s",
                        Rights.SUMMARY,
                        "https://example.org/a",
                        "Title",
                        null,
                        "example.org",
                        NOW,
                        "zh-Hant",
                        "article",
                        List.of("machine-summary"),
                        true,
                        "body",
                        "excerpt",
                        List.of(new ArticleEnriched.Embed("youtube", "x", "https://example.org/x")),
                        List.of("tag"),
                        List.of(new ArticleEnriched.Entity(
                                "e", "person", "E", Map.of("en", "E", "zh-Hans", "伊"), "Q1", 0.5)),
                        List.of(new ArticleEnriched.Topic("t", "T", Map.of("en", "T"), "04000000", 0.5)),
                        interview,
                        NOW,
                        NOW,
                        "https://example.org/feed.xml"),
                new ArticleWithdrawn("d", NOW),
                new StoryChanged(
                        "st-1",
                        2,
                        null,
                        List.of(new StoryChanged.Member("d", REVISION, "e")),
                        List.of(evidence),
                        List.of(evidence),
                        "st-0",
                        NOW,
                        NOW,
                        NOW),
                new StoryRemoved("st-1", 3, null, NOW, NOW),
                new EditorDecided(
                        "01J",
                        NOW,
                        "desk",
                        EditorDecided.Verdict.SPLIT,
                        "st-1",
                        List.of("d"),
                        List.of("e", "f"),
                        "another recording"),
                new FeedIssued("stories", 7, "st-1", null, NOW),
                new ChannelKept("wh_1", "c2VhbGVk", NOW));
    }

    private static String schema(Event event) throws IOException {
        try (InputStream in = Event.class.getResourceAsStream("schemas/" + event.eventType() + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
