package parallax.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The limit: the same texts through the same broker, with nothing done to them. */
final class RawKafka {

    private final String bootstrap;

    RawKafka(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    double perSecond(List<String> texts) throws InterruptedException {
        String topic = "benchmark-" + System.nanoTime();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 6, (short) 1))).all().get();
            double rate = sendAndRead(topic, texts);
            admin.deleteTopics(List.of(topic)).all().get();
            return rate;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private double sendAndRead(String topic, List<String> texts) throws InterruptedException, ExecutionException {
        Map<String, Object> producing =
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "compression.type", "zstd", "linger.ms", 5);
        Map<String, Object> consuming =
                Map.of("bootstrap.servers", bootstrap, "group.id", topic, "auto.offset.reset", "earliest");
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            long start = System.nanoTime();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String text : texts) {
                sent.add(producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8))));
            }
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            int read = 0;
            while (read < texts.size()) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return texts.size() / ((System.nanoTime() - start) / 1e9);
        }
    }
}
