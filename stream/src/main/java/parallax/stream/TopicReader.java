package parallax.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as a book: from a place to its present end, without a group and without leaving a mark. */
public final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;

    TopicReader(Map<String, Object> consumerSettings) {
        this.settings = new HashMap<>(consumerSettings);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    }

    /**
     * Reads what the topic holds now.
     *
     * @param from next offset by partition; a partition that is not named is read from its start
     * @param page takes some records at a time, those of a partition in their order
     * @return next offset by partition
     */
    public Map<Integer, Long> read(String topic, Map<Integer, Long> from, Consumer<List<Incoming>> page) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            for (TopicPartition partition : partitions) {
                long start = first.getOrDefault(partition, 0L);
                long end = ends.getOrDefault(partition, 0L);
                long wanted = from.getOrDefault(partition.partition(), start);
                // A topic that was made anew is shorter than what we remember of it.
                consumer.seek(partition, wanted > end ? start : Math.max(wanted, start));
            }
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    List<Incoming> read = new ArrayList<>(records.count());
                    records.forEach(record -> read.add(incoming(record)));
                    page.accept(read);
                }
            }
            Map<Integer, Long> next = new TreeMap<>();
            partitions.forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
            return next;
        }
    }

    private static Incoming incoming(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return new Incoming(record.topic(), record.partition(), record.offset(), record.key(), headers, record.value());
    }
}
