package parallax.local.kafka;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One broker that is its own controller. Listens on the loopback address only; data survives a restart and a {@code kill -9}. */
public final class LocalKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private LocalKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker, formatting {@code data} if it is new. Returns before clients can connect for certain; they retry.
     *
     * @param data folder of its own; made if missing
     * @param port where clients connect
     * @param controllerPort where the broker meets its controller
     */
    public static LocalKafka start(Path data, int port, int controllerPort) {
        return start(data, port, controllerPort, "");
    }

    /**
     * The same with settings of one's own.
     *
     * @param more lines of a {@code server.properties}, which go before ours
     */
    public static LocalKafka start(Path data, int port, int controllerPort, String more) {
        try {
            Path config = write(data, port, controllerPort);
            Files.writeString(config, more, StandardOpenOption.APPEND);
            format(config, clusterId(data));
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(config)) {
                properties.load(reader);
            }
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new LocalKafka(server, port);
        } catch (IOException e) {
            throw new IllegalStateException("cannot prepare Kafka's folder " + data, e);
        }
    }

    /** For a client's {@code bootstrap.servers}. */
    public String bootstrap() {
        return "localhost:" + port;
    }

    void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Path write(Path data, int port, int controllerPort) throws IOException {
        Files.createDirectories(data);
        Path config = data.resolve("server.properties");
        Files.writeString(config, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=10
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                message.max.bytes=33554432
                replica.fetch.max.bytes=33554432
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(
                        port, controllerPort, data.resolve("log").toString().replace("\\", "/")));
        return config;
    }

    /** Kept in the folder, so that a restart meets its own data. */
    private static String clusterId(Path data) throws IOException {
        Path file = data.resolve("cluster.id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file);
    }

    private static void format(Path config, String clusterId) throws IOException {
        Path log = config.resolveSibling("format.log");
        try (PrintStream out = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
            int status = StorageTool.execute(
                    new String[] {
                        "format", "--ignore-formatted", "--config", config.toString(), "--cluster-id", clusterId
                    },
                    out);
            if (status != 0) {
                throw new IllegalStateException("Kafka's folder could not be formatted; see " + log);
            }
        }
    }
}
