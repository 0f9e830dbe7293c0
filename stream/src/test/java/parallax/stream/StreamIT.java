package parallax.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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
