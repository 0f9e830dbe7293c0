package parallax.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How topics are made and how long to wait for Kafka.
 *
 * @param partitions of each topic when it is first made; the limit of instances that share a topic's work
 * @param replicas of each topic when it is first made
 * @param maxRecordSize of a record once compressed
 * @param acknowledgeTimeout how long a sender waits for Kafka
 */
@ConfigurationProperties("parallax.kafka")
record StreamSettings(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("32MB") DataSize maxRecordSize,
        @DefaultValue("30s") Duration acknowledgeTimeout) {}
