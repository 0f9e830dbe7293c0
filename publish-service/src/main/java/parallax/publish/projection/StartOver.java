package parallax.publish.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a partition from its start if this database was never filled from it: who lost the database, or emptied it, has nothing
 * to do but start the service. The group is set back before the database is marked, so that a crash between the two costs nothing.
 */
@Component
class StartOver implements KafkaBindingRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(StartOver.class);

    private final JdbcClient jdbc;

    StartOver(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void onPartitionsAssigned(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        List<TopicPartition> unread =
                new ArrayList<>(partitions.stream().filter(this::unread).toList());
        if (!unread.isEmpty()) {
            log.info("read from the start, for the database knows nothing of them: {}", unread);
            consumer.seekToBeginning(unread);
            consumer.commitSync(unread.stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> new OffsetAndMetadata(consumer.position(partition)))));
            unread.forEach(this::mark);
        }
    }

    private boolean unread(TopicPartition partition) {
        return jdbc.sql(
                        "select not exists (select 1 from partition_read where topic = :topic and partition = :partition)")
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .query(Boolean.class)
                .single();
    }

    private void mark(TopicPartition partition) {
        jdbc.sql("insert into partition_read (topic, partition) values (:topic, :partition) on conflict do nothing")
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .update();
    }
}
