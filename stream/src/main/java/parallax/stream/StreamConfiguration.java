package parallax.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import parallax.events.Topics;

/** What a service imports to meet the others at Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
public class StreamConfiguration {

    /** The topics of the contract, made by whichever service starts first. */
    @Bean
    KafkaAdmin.NewTopics topics(StreamSettings settings) {
        List<NewTopic> topics = new ArrayList<>();
        for (String name : List.of(Topics.DOCUMENTS, Topics.ARTICLES, Topics.STORIES)) {
            topics.add(topic(name, settings).compact().build());
            topics.add(keptForEver(Topics.deadLetters(name), settings));
        }
        topics.add(keptForEver(Topics.DECISIONS, settings));
        topics.add(keptForEver(Topics.deadLetters(Topics.DECISIONS), settings));
        topics.add(topic(Topics.FEEDS, settings).compact().build());
        topics.add(topic(Topics.CHANNELS, settings).compact().build());
        return new KafkaAdmin.NewTopics(topics.toArray(NewTopic[]::new));
    }

    private static NewTopic keptForEver(String name, StreamSettings settings) {
        return topic(name, settings)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }

    private static TopicBuilder topic(String name, StreamSettings settings) {
        return TopicBuilder.name(name)
                .partitions(settings.partitions())
                .replicas(settings.replicas())
                .config(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Long.toString(settings.maxRecordSize().toBytes()));
    }

    /** Sends events. */
    @Bean
    EventSender eventSender(KafkaTemplate<String, byte[]> kafka, StreamSettings settings) {
        return new EventSender(kafka, settings.acknowledgeTimeout());
    }

    /** Reads a topic as a book. */
    @Bean
    TopicReader topicReader(ConsumerFactory<?, ?> consumers) {
        return new TopicReader(consumers.getConfigurationProperties());
    }

    /** Puts aside what cannot be processed. */
    @Bean
    DeadLetters deadLetters(
            KafkaTemplate<String, byte[]> kafka,
            @Value("${spring.application.name}") String service,
            MeterRegistry meters) {
        return new DeadLetters(kafka, service, meters);
    }

    /** Works on batches. */
    @Bean
    Batches batches(DeadLetters deadLetters, StreamSettings settings) {
        return new Batches(deadLetters, settings.attempts());
    }

    /** When a batch fails as a whole (the database or Kafka is out) it comes again, for ever: skipping it would lose what it holds. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
            backOff.setMaxInterval(10_000);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            // By default some exceptions count as not worth a retry, and their records are skipped.
            handler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(handler);
        };
    }

    /** {@code kafka} in {@code /actuator/health}. */
    @Bean
    HealthIndicator kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin);
    }
}
