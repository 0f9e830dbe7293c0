package parallax.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import parallax.events.DocumentWithdrawn;
import parallax.events.Topics;
import parallax.local.kafka.LocalKafka;
import parallax.testing.TestKafka;

/** A broker that wants TLS and a password, and clients that were told so by {@code deploy/kafka/tls.env}. */
class SecuredKafkaIT {

    private static final String PASSWORD = "for-this-test-only";

    @TempDir
    static Path folder;

    static LocalKafka kafka;
    static int securedPort;

    @BeforeAll
    static void start() throws Exception {
        certificates();
        int plain = TestKafka.freePort();
        int controller = TestKafka.freePort();
        securedPort = TestKafka.freePort();
        kafka = LocalKafka.start(folder.resolve("kafka"), plain, controller, """
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d,SECURED://localhost:%3$d
                advertised.listeners=PLAINTEXT://localhost:%1$d,SECURED://localhost:%3$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL
                sasl.enabled.mechanisms=PLAIN
                listener.name.secured.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule \
                required user_ingest="%4$s";
                ssl.keystore.location=%5$s
                ssl.keystore.password=%4$s
                """.formatted(
                        plain, controller, securedPort, PASSWORD, folder.resolve("broker.p12")));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void an_event_goes_through_a_broker_that_wants_tls_and_a_password() throws Exception {
        try (ConfigurableApplicationContext service = service(PASSWORD)) {
            DocumentWithdrawn event = new DocumentWithdrawn("secured", Instant.parse("2026-02-06T04:00:00.000001Z"));
            service.getBean(EventSender.class)
                    .send(List.of(Outgoing.of(event, "test", Instant.now(), Trace.continueOrStart(null))));
            @SuppressWarnings("unchecked")
            BlockingQueue<Incoming> received = service.getBean("received", BlockingQueue.class);
            Incoming record = received.poll(30, TimeUnit.SECONDS);
            assertThat(record).isNotNull();
            assertThat(record.event()).isEqualTo(event);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> service.getBean(
                            "kafkaHealthIndicator", HealthIndicator.class)
                    .health()
                    .getStatus()
                    .getCode()
                    .equals("UP"));
        }
    }

    /** With the variables of the file; those that differ here are the broker's address, its certificate and the user. */
    private static ConfigurableApplicationContext service(String password) throws IOException {
        Map<String, Object> variables = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("../deploy/kafka/tls.env"))) {
            if (!line.startsWith("#") && line.contains("=")) {
                variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        assertThat(variables)
                .containsKeys(
                        "PARALLAX_KAFKA_BOOTSTRAP",
                        "SPRING_KAFKA_SSL_TRUSTSTORELOCATION",
                        "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM",
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG");
        variables.put("PARALLAX_KAFKA_BOOTSTRAP", "localhost:" + securedPort);
        variables.put("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + folder.resolve("ca.pem"));
        variables.put("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "PLAIN");
        variables.put(
                "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ingest\" password=\""
                        + password + "\";");
        return new SpringApplicationBuilder(StreamIT.Service.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("file-systemEnvironment", variables)))
                .properties(
                        "spring.application.name=secured-test",
                        "spring.config.import=classpath:parallax-stream.yaml",
                        "spring.cloud.function.definition=take",
                        "spring.cloud.stream.bindings.take-in-0.destination=" + Topics.DOCUMENTS,
                        "spring.cloud.stream.bindings.take-in-0.group=secured-test")
                .run();
    }

    private static void certificates() throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "2");
        keytool(
                "-exportcert",
                "-alias",
                "broker",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString());
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("broker.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
