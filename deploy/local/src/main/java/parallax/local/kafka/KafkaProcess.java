package parallax.local.kafka;

import java.nio.file.Path;

/** The broker as a process of its own: {@code KafkaProcess DATA PORT CONTROLLER_PORT}. */
public final class KafkaProcess {

    private KafkaProcess() {}

    /** Runs until it is told to stop. */
    public static void main(String[] args) {
        LocalKafka kafka = LocalKafka.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        kafka.awaitShutdown();
    }
}
