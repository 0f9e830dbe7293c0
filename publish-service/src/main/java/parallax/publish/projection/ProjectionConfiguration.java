package parallax.publish.projection;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import parallax.stream.Incoming;

/** Binds the three streams, by the names in application.yaml. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> projectArticles(BatchProjection projection) {
        return batch -> projection.apply(Incoming.batch(batch));
    }

    @Bean
    Consumer<Message<List<byte[]>>> projectDecisions(BatchProjection projection) {
        return batch -> projection.apply(Incoming.batch(batch));
    }

    @Bean
    Consumer<Message<List<byte[]>>> projectStories(BatchProjection projection) {
        return batch -> projection.apply(Incoming.batch(batch));
    }
}
