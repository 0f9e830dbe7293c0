package parallax.publish.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static parallax.publish.Samples.id;
import static parallax.publish.Samples.piece;
import static parallax.publish.Samples.story;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import parallax.events.ArticleEnriched;
import parallax.events.Event;
import parallax.events.Topics;
import parallax.publish.RunningService;
import parallax.publish.Samples;
import parallax.stream.EventJson;
import parallax.stream.Incoming;

/** Batches as Kafka hands them over: poisoned, repeated, out of order, to several instances at once. */
class BatchProjectionIT extends RunningService {

    @Autowired
    BatchProjection projection;

    @Autowired
    MeterRegistry meters;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Test
    void poison_in_the_middle_takes_no_neighbour_along() {
        String source = id("src");
        ArticleEnriched before = piece(id("doc"), "r1", source, "Before", Samples.TIME);
        ArticleEnriched poison = piece(id("doc"), "r1", source, "NUL \u0000", Samples.TIME);
        ArticleEnriched after = piece(id("doc"), "r1", source, "After", Samples.TIME);
        double buried = buried();
        Incoming garbage =
                new Incoming(Topics.ARTICLES, 0, 7, null, Map.of(), "garbage".getBytes(StandardCharsets.UTF_8));
        projection.apply(List.of(incoming(before), garbage, incoming(poison), incoming(after)));
        eventually(() -> assertThat(get("/feeds/articles.json?source=" + source).body())
                .contains("Before", "After")
                .doesNotContain("NUL"));
        assertThat(buried() - buried).isEqualTo(2);
    }

    @Test
    void poison_from_the_broker_does_not_stop_the_stream() throws Exception {
        SendResult<String, byte[]> sent =
                kafka.send(Topics.ARTICLES, "k", new byte[] {(byte) 0xff}).get();
        assertThat(sent.getRecordMetadata().hasOffset()).isTrue();
        String source = id("src");
        ArticleEnriched after = piece(id("doc"), "r1", source, "After the poison", Samples.TIME);
        send(after);
        eventually(() ->
                assertThat(get("/feeds/articles.json?source=" + source).body()).contains("After the poison"));
    }

    @Test
    void instances_at_once_and_any_order_end_in_the_same_state() throws Exception {
        String source = id("src");
        List<Event> events = new ArrayList<>();
        List<String> stories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ArticleEnriched one = piece(id("doc"), "r1", source, "One " + i, Samples.TIME);
            ArticleEnriched two = piece(id("doc"), "r1", source, "Two " + i, Samples.TIME);
            ArticleEnriched revised =
                    piece(one.documentId(), "r2", source, "Revised " + i, Samples.TIME.plusSeconds(3));
            String story = id("story");
            stories.add(story);
            events.addAll(List.of(
                    one, two, revised, story(story, 1, one), story(story, 2, one, two), story(story, 3, revised, two)));
        }
        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int seed = 0; seed < 3; seed++) {
                List<Event> shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, new Random(seed));
                running.add(instances.submit(() -> {
                    for (int from = 0; from < shuffled.size(); from += 10) {
                        projection.apply(shuffled.subList(from, Math.min(from + 10, shuffled.size())).stream()
                                .map(BatchProjectionIT::incoming)
                                .toList());
                    }
                }));
            }
            for (Future<?> instance : running) {
                instance.get();
            }
        } finally {
            instances.shutdownNow();
        }
        for (String story : stories) {
            assertThat(json("/v1/stories/" + story).path("version").asLong()).isEqualTo(3);
        }
        eventually(() -> assertThat(json("/feeds/stories.json?source=" + source).path("items"))
                .hasSize(20));
        assertThat(get("/feeds/stories.json?source=" + source).body()).doesNotContain("\"One ");
    }

    @Test
    void an_outage_loses_nothing_and_buries_nothing() {
        String source = id("src");
        double buried = buried();
        jdbc.sql("alter table article rename to article_away").update();
        try {
            send(piece(id("doc"), "r1", source, "Sent during the outage", Samples.TIME));
            Awaitility.await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(buried())
                    .isEqualTo(buried));
        } finally {
            jdbc.sql("alter table article_away rename to article").update();
        }
        eventually(() ->
                assertThat(get("/feeds/articles.json?source=" + source).body()).contains("Sent during the outage"));
        assertThat(buried()).isEqualTo(buried);
    }

    private double buried() {
        return meters.counter("parallax.dead.letters", "topic", Topics.ARTICLES).count();
    }

    private static Incoming incoming(Event event) {
        return new Incoming(
                event.topic(),
                0,
                0,
                event.key().getBytes(StandardCharsets.UTF_8),
                Map.of("ce_type", event.eventType().getBytes(StandardCharsets.UTF_8)),
                EventJson.write(event));
    }
}
