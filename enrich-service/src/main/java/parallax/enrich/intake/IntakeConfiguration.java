package parallax.enrich.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.messaging.Message;
import parallax.enrich.article.Annotator;
import parallax.enrich.store.Restoration;
import parallax.enrich.store.StoryStore;
import parallax.stream.Batches;
import parallax.stream.DeadLetters;
import parallax.stream.Incoming;
import parallax.stream.TopicReader;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService annotators(EnrichSettings settings) {
        return Executors.newFixedThreadPool(settings.threads());
    }

    @Bean
    Intake intake(StoryStore store, Batches batches, ExecutorService annotators, MeterRegistry meters, Clock clock) {
        return new Intake(new Annotator(clock), store, batches, annotators, meters);
    }

    @Bean
    Restorer restorer(
            Restoration restoration,
            TopicReader topics,
            Intake intake,
            Batches batches,
            DeadLetters deadLetters,
            KafkaAdmin admin) {
        admin.initialize(); // the topics may not be there yet
        return new Restorer(restoration, topics, intake, batches, deadLetters.service());
    }

    /** Bound to documents.raw. */
    @Bean
    Consumer<Message<List<byte[]>>> documents(Intake intake, Restorer restored) {
        return batch -> intake.accept(Incoming.batch(batch));
    }

    /** Bound to editor.decisions. */
    @Bean
    Consumer<Message<List<byte[]>>> decisions(Intake intake, Restorer restored) {
        return batch -> intake.accept(Incoming.batch(batch));
    }
}
