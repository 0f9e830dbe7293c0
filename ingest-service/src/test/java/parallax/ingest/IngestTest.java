package parallax.ingest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;

/** The whole service on ports of its own, with a real Kafka and a real PostgreSQL; one context for all tests that say so. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parallax.ingest.bulk-lines=3",
            "parallax.ingest.polling.host-pause=20ms",
            "parallax.ingest.polling.after-failure=4s",
            "parallax.ingest.polling.max-feed-size=256KB",
            "parallax.ingest.folder-roots=${java.io.tmpdir}/parallax-watched",
            "parallax.ingest.back-pressure.max-lag=50",
            "parallax.ingest.back-pressure.lag-every=200ms",
            "parallax.ingest.back-pressure.patience=500ms",
            "parallax.ingest.websub.base-url=https://ingest.example.org",
            "parallax.ingest.folders.pause=300ms",
            "parallax.ingest.folders.settle=100ms",
            "parallax.ingest.folders.grace=2s",
            "parallax.ingest.folders.max-depth=4",
            "parallax.ingest.max-document-size=256KB",
            "parallax.ingest.lists.max-size=32KB",
            "parallax.ingest.lists.max-feeds=20",
        })
@ContextConfiguration(initializers = IngestTest.Systems.class)
public @interface IngestTest {

    String TOKEN = "a-token-for-tests-only";

    int MAX_DOCUMENT = 256 * 1024;

    class Systems implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        /** Gives the service of a test its systems, and what is the same for all of them. */
        public static void connect(ConfigurableApplicationContext context, String bootstrap, String database) {
            Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // for machines that have much else to do
            TestPropertyValues.of(
                            "parallax.token=" + TOKEN,
                            "management.server.port=0",
                            "parallax.ingest.allowed-networks=127.0.0.0/8",
                            "spring.kafka.producer.properties.linger.ms=0",
                            "parallax.kafka.bootstrap=" + bootstrap,
                            "spring.datasource.url=" + TestPostgres.url(database))
                    .applyTo(context);
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            connect(context, TestKafka.bootstrap(), "parallax_ingest");
        }
    }
}
