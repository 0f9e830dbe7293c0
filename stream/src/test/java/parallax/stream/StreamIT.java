package parallax.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parallax.events.DocumentWithdrawn;
import parallax.events.Topics;
import parallax.testing.TestKafka;

/** What one service sends is what another receives, in batches, through a real broker. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.application.name=stream-test",
            "spring.config.import=classpath:parallax-stream.yaml",
            "spring.cloud.function.definition=take",
            "spring.cloud.stream.bindings.take-in-0.destination=" + Topics.DOCUMENTS,
            "spring.cloud.stream.bindings.take-in-0.group=stream-test",
        })
class StreamIT {

    @Autowired
    EventSender sender;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    BlockingQueue<Incoming> received;

    @Autowired
    Batches batches;

    @Autowired
    TopicReader topics;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry properties) {
        properties.add("parallax.kafka.bootstrap", TestKafka::bootstrap);
    }

    @Test
    void an_event_arrives_with_its_envelope() throws InterruptedException {
        Instant time = Instant.parse("2026-02-06T04:00:00.000001Z");
        String trace = Trace.continueOrStart(null);
        DocumentWithdrawn event = new DocumentWithdrawn("文件-1", time);
        sender.send(List.of(Outgoing.of(event, "test", time, trace)));

        Incoming record = received.poll(30, TimeUnit.SECONDS);
        assertThat(record).isNotNull();
        assertThat(record.event()).isEqualTo(event);
        assertThat(record.topic()).isEqualTo(Topics.DOCUMENTS);
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("文件-1");
        assertThat(record.traceparent()).isEqualTo(trace);
        assertThat(record.header("ce_specversion")).isEqualTo("1.0");
        assertThat(record.header("ce_subject")).isEqualTo("文件-1");
        assertThat(record.header("ce_time")).isEqualTo(time.toString());
        assertThat(record.header("content-type")).isEqualTo("application/json");
    }

    @Test
    void bytes_that_are_no_event_arrive_as_they_are() throws InterruptedException {
        ProducerRecord<String, byte[]> raw =
                new ProducerRecord<>(Topics.DOCUMENTS, "garbage", new byte[] {(byte) 0xff, 0});
        kafka.send(raw).join();
        ProducerRecord<String, byte[]> tombstone = new ProducerRecord<>(Topics.DOCUMENTS, "k", null);
        kafka.send(tombstone).join();
        for (int i = 0; i < 2; i++) {
            Incoming record = received.poll(30, TimeUnit.SECONDS);
            assertThat(record).isNotNull();
            if (new String(record.key(), StandardCharsets.UTF_8).equals("garbage")) {
                assertThat(record.value()).containsExactly(0xff, 0);
            } else {
                assertThat(record.value()).isNull();
            }
        }
    }

    @Test
    void the_record_that_fails_by_itself_is_put_aside_and_the_rest_goes_on() {
        double before = dead();
        List<Integer> done = new ArrayList<>();
        Map<Integer, Integer> tried = new HashMap<>();
        batches.handle(List.of(1, 2, 3, 4), StreamIT::record, items -> {
            items.forEach(item -> tried.merge(item, 1, Integer::sum));
            if (items.contains(2)) {
                throw new IllegalStateException("two is wrong");
            }
            if (items.contains(3) && tried.get(3) < 3) {
                throw new IllegalStateException("not yet");
            }
            done.addAll(items);
        });
        assertThat(done).containsExactly(1, 3, 4);
        assertThat(tried).containsExactlyInAnyOrderEntriesOf(Map.of(1, 2, 2, 4, 3, 3, 4, 2));
        assertThat(dead() - before).isEqualTo(1);
        List<Incoming> letters = new ArrayList<>();
        topics.read(Topics.deadLetters(Topics.DOCUMENTS), Map.of(), letters::addAll);
        assertThat(letters).anySatisfy(letter -> {
            assertThat(letter.value()).containsExactly(2);
            assertThat(letter.header(DeadLetters.ORIGIN)).isEqualTo(Topics.DOCUMENTS + "-0@2");
            assertThat(letter.header(DeadLetters.ATTEMPT)).isEqualTo("3");
            assertThat(letter.header(DeadLetters.REASON))
                    .startsWith("IllegalStateException: two is wrong (at parallax.stream.StreamIT.");
        });
    }

    @Test
    void an_outage_is_thrown_and_puts_nothing_aside() {
        double before = dead();
        assertThatThrownBy(() -> batches.handle(List.of(1, 2), StreamIT::record, items -> {
                    throw new QueryTimeoutException("the database is busy");
                }))
                .isInstanceOf(QueryTimeoutException.class);
        // It begins while records are taken one by one.
        assertThatThrownBy(() -> batches.handle(List.of(1, 2), StreamIT::record, items -> {
                    throw items.size() > 1 ? new IllegalStateException() : new QueryTimeoutException("busy");
                }))
                .isInstanceOf(QueryTimeoutException.class);
        assertThat(dead()).isEqualTo(before);
    }

    private double dead() {
        return meters.counter("parallax.dead.letters", "topic", Topics.DOCUMENTS)
                .count();
    }

    private static Incoming record(int number) {
        return new Incoming(Topics.DOCUMENTS, 0, number, null, Map.of(), new byte[] {(byte) number});
    }

    @SpringBootApplication
    @Import(StreamConfiguration.class)
    static class Service {

        @Bean
        BlockingQueue<Incoming> received() {
            return new LinkedBlockingQueue<>();
        }

        @Bean
        Consumer<Message<List<byte[]>>> take(BlockingQueue<Incoming> received) {
            return batch -> received.addAll(Incoming.batch(batch));
        }
    }
}
