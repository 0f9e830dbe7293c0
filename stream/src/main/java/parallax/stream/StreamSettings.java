package parallax.stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made and how long to wait for Kafka.
 *
 * @param partitions of each topic when it is first made; the limit of instances that share a topic's work
 * @param replicas of each topic when it is first made
 * @param maxRecordSize of a record once compressed
 * @param acknowledgeTimeout how long a sender waits for Kafka
 * @param attempts how often a record that fails by itself is tried before it goes to the dead letters
 */
@Validated
@ConfigurationProperties("parallax.kafka")
record StreamSettings(
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("32MB") DataSize maxRecordSize,
        @DefaultValue("30s") Duration acknowledgeTimeout,
        @Min(1) @Max(10) @DefaultValue("3") int attempts) {}
