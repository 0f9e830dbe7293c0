package parallax.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import parallax.local.kafka.LocalKafka;

/** The broker that tests share: from Testcontainers where a Docker engine answers, else the launcher's own, in this process. */
public final class TestKafka {

    private static final Logger log = LoggerFactory.getLogger(TestKafka.class);
    private static @Nullable String bootstrap;

    private TestKafka() {}

    /** Starts the broker at the first call; it ends with the process. */
    public static synchronized String bootstrap() {
        if (bootstrap == null) {
            bootstrap = DockerClientFactory.instance().isDockerAvailable() ? container() : process();
        }
        return bootstrap;
    }

    /** A broker of one's own, for tests that must be alone with their topics; it ends with the process. */
    public static String fresh() {
        return DockerClientFactory.instance().isDockerAvailable() ? container() : process();
    }

    private static String container() {
        log.info("Kafka for the tests: a container, for a Docker engine answers");
        @SuppressWarnings("resource") // Testcontainers removes it when the process ends
        KafkaContainer kafka = new KafkaContainer("apache/kafka-native:4.2.1");
        kafka.start();
        return kafka.getBootstrapServers();
    }

    private static String process() {
        log.info("Kafka for the tests: the launcher's KRaft broker, for no Docker engine answers");
        LocalKafka kafka = LocalKafka.start(temporary("parallax-kafka"), freePort(), freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop-test-kafka"));
        return kafka.bootstrap();
    }

    static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new IllegalStateException("no temporary folder", e);
        }
    }

    /** Free, and below the range from which clients take their ports: one of those may be gone before the server binds it. */
    public static int freePort() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 10_000 + ThreadLocalRandom.current().nextInt(7_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another
            }
        }
        throw new IllegalStateException("no free port");
    }
}
