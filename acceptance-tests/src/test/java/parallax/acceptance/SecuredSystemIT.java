package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.local.kafka.LocalKafka;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * The three services with a broker that wants TLS and a user's password (SCRAM), each told so by {@code deploy/kafka/tls.env}:
 * a document that is pushed comes out as an article.
 */
class SecuredSystemIT {

    private static final List<String> SERVICES = List.of("ingest", "enrich", "publish");
    private static final String TOKEN = "a-token-for-tests-only";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    static LocalKafka kafka;
    static int secured;
    static final Map<String, Process> PROCESSES = new HashMap<>();
    static final Map<String, Integer> PORTS = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        certificates();
        int plain = TestKafka.freePort();
        int controller = TestKafka.freePort();
        secured = TestKafka.freePort();
        kafka = LocalKafka.start(folder.resolve("kafka"), plain, controller, """
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d,SECURED://localhost:%3$d
                advertised.listeners=PLAINTEXT://localhost:%1$d,SECURED://localhost:%3$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURED:SASL_SSL
                sasl.enabled.mechanisms=SCRAM-SHA-512
                listener.name.secured.scram-sha-512.sasl.jaas.config=\
                org.apache.kafka.common.security.scram.ScramLoginModule required;
                ssl.keystore.location=%4$s
                ssl.keystore.password=%5$s
                """.formatted(
                        plain, controller, secured, folder.resolve("broker.p12"), password("broker")));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            for (String service : SERVICES) {
                admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                                "parallax-" + service,
                                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                                password(service))))
                        .all()
                        .get();
            }
        }
        for (String service : SERVICES) {
            PROCESSES.put(service, service(service, password(service)));
        }
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(Process::destroy);
        kafka.close();
    }

    @Test
    void a_document_goes_through_all_three_services() throws Exception {
        for (String service : SERVICES) {
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> get("http://localhost:"
                            + PORTS.get(service + "-management") + "/actuator/health/readiness")
                    .contains("\"UP\""));
        }
        HttpResponse<String> pushed = HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + PORTS.get("ingest") + "/v1/documents?source=test&id=secured"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "text/markdown")
                        .POST(HttpRequest.BodyPublishers.ofString("# Behind a lock\n\nAll went through TLS."))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> assertThat(JsonMapper.shared()
                        .readTree(get("http://localhost:" + PORTS.get("publish") + "/v1/articles/secured"))
                        .get("title")
                        .asString())
                .isEqualTo("Behind a lock"));
    }

    private static Process service(String name, String password) throws IOException {
        PORTS.put(name, TestKafka.freePort());
        PORTS.put(name + "-management", TestKafka.freePort());
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx640m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar(name).toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/secured-" + name + ".log"));
        java.environment().putAll(variables(name, password));
        java.environment()
                .putAll(Map.of(
                        "PARALLAX_TOKEN", TOKEN,
                        "SERVER_PORT", PORTS.get(name).toString(),
                        "MANAGEMENT_SERVER_PORT",
                                PORTS.get(name + "-management").toString(),
                        "SPRING_DATASOURCE_URL", TestPostgres.url("parallax_" + name)));
        return java.start();
    }

    /** The file's own; what differs here is the broker's address, its certificate, and each service's user. */
    private static Map<String, String> variables(String service, String password) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String line : Files.readAllLines(RunningSystem.ROOT.resolve("deploy/kafka/tls.env"))) {
            if (!line.startsWith("#") && line.contains("=")) {
                variables.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        variables.put("PARALLAX_KAFKA_BOOTSTRAP", "localhost:" + secured);
        variables.replace("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + folder.resolve("ca.pem"));
        variables.computeIfPresent("SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG", (any, jaas) -> {
            String mine = jaas.replace("parallax-ingest", "parallax-" + service).replace("change-me", password);
            assertThat(mine).contains("\"parallax-" + service + "\"", "\"" + password + "\"");
            return mine;
        });
        return variables;
    }

    private static Path jar(String service) throws IOException {
        try (var files = Files.list(RunningSystem.ROOT.resolve(service + "-service/target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String password(String user) {
        return user + "-for-this-test-only";
    }

    private static String get(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore",
                folder.resolve("broker.p12").toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                password("broker")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
