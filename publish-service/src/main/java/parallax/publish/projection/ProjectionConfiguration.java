package parallax.publish.projection;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.messaging.Message;
import org.springframework.util.backoff.ExponentialBackOff;
import parallax.stream.Incoming;

/** Binds the two streams, by the names in application.yaml. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 15_000;

    @Bean
    Consumer<Message<List<byte[]>>> projectArticles(BatchProjection projection) {
        return batch -> projection.apply(Incoming.batch(batch));
    }

    @Bean
    Consumer<Message<List<byte[]>>> projectStories(BatchProjection projection) {
        return batch -> projection.apply(Incoming.batch(batch));
    }

    /** What reaches the container is an outage: the batch is tried until it succeeds, and nothing is skipped. */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
        return (container, destination, group) -> {
            ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MILLIS, 2);
            backOff.setMaxInterval(LONGEST_WAIT_MILLIS);
            DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
            // By default some exceptions count as not worth a retry and are skipped.
            handler.setClassifications(Map.of(), true);
            container.setCommonErrorHandler(handler);
        };
    }
}
