package parallax.local.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import parallax.local.kafka.KafkaProcess;
import parallax.local.postgres.PostgresProcess;
import parallax.local.receiver.WebhookReceiver;

/**
 * What to run.
 *
 * @param layout where things are
 * @param ports where they listen
 * @param instances how many of each service
 * @param folders that ingest may watch, besides the one that the data folder has for it
 * @param cmsRoots where Markdown posts may go besides the data folder's own place
 * @param settings of the services, above what is set here
 */
public record Plan(
        Layout layout,
        Ports ports,
        Map<Service, Integer> instances,
        List<Path> folders,
        List<Path> cmsRoots,
        Map<String, String> settings) {

    /** One of each service. */
    public static final Map<Service, Integer> ONE_EACH =
            Map.of(Service.INGEST, 1, Service.ENRICH, 1, Service.PUBLISH, 1);

    /** What the services stand on, in the order of their start. */
    List<Part> stores() {
        List<String> postgres = new ArrayList<>(
                List.of(layout.data().resolve("postgres").toString(), Integer.toString(ports.postgres())));
        Arrays.stream(Service.values()).map(Service::database).forEach(postgres::add);
        return List.of(
                own(
                        "kafka",
                        KafkaProcess.class,
                        "512m",
                        ports.kafka(),
                        List.of(
                                layout.data().resolve("kafka").toString(),
                                Integer.toString(ports.kafka()),
                                Integer.toString(ports.kafkaController()))),
                own("postgres", PostgresProcess.class, "64m", ports.postgres(), postgres),
                own(
                        "receiver",
                        WebhookReceiver.class,
                        "64m",
                        ports.receiver(),
                        List.of(
                                Integer.toString(ports.receiver()),
                                layout.received().toString())));
    }

    /** Every instance of every service. */
    List<Part> services(String token) {
        List<Part> parts = new ArrayList<>();
        for (Service service : Service.values()) {
            IntStream.range(0, instances.getOrDefault(service, 1)).forEach(n -> parts.add(service(service, n, token)));
        }
        return parts;
    }

    List<Integer> allPorts() {
        List<Integer> all =
                new ArrayList<>(List.of(ports.kafka(), ports.kafkaController(), ports.postgres(), ports.receiver()));
        instances.forEach((service, count) -> IntStream.range(0, count).forEach(n -> {
            all.add(ports.http(service, n));
            all.add(ports.management(service, n));
        }));
        return all.stream().sorted().toList();
    }

    Map<String, String> urls(boolean management) {
        Map<String, String> urls = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            if (instances.getOrDefault(service, 1) > 0) {
                int port = management ? ports.management(service, 0) : ports.http(service, 0);
                urls.put(service.toString(), "http://localhost:" + port);
            }
        }
        return urls;
    }

    String receiver() {
        return "http://localhost:" + ports.receiver() + "/";
    }

    private Part service(Service service, int instance, String token) {
        int port = ports.http(service, instance);
        int management = ports.management(service, instance);
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + service.heap(),
                "-XX:+UseSerialGC",
                // Up sooner; the images run with everything on. Digests and feeds are fast with C2 only.
                service == Service.ENRICH ? "-XX:TieredStopAtLevel=1" : "-XX:TieredStopAtLevel=4",
                "-jar",
                layout.jar(service).toString()));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", Integer.toString(port));
        all.put("server.address", "localhost");
        all.put("management.server.port", Integer.toString(management));
        all.put("management.server.address", "localhost");
        all.put("parallax.kafka.bootstrap", "localhost:" + ports.kafka());
        all.put("spring.datasource.url", "jdbc:postgresql://localhost:" + ports.postgres() + "/" + service.database());
        if (service == Service.INGEST) {
            all.put("parallax.ingest.allowed-networks", "127.0.0.0/8,::1/128");
            all.put("parallax.ingest.folder-roots", watched());
        }
        if (service == Service.PUBLISH) {
            all.put("parallax.publish.base-url", "http://localhost:" + ports.http(service, 0));
            all.put("parallax.publish.allowed-networks", "127.0.0.0/8,::1/128");
            all.put(
                    "parallax.publish.cms-roots",
                    Stream.concat(Stream.of(layout.posts()), cmsRoots.stream())
                            .map(root -> root.toAbsolutePath().normalize().toString())
                            .collect(Collectors.joining(",")));
        }
        all.putAll(settings);
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new Part(
                instance == 0 ? service.toString() : service + "-" + (instance + 1),
                command,
                Map.of("PARALLAX_TOKEN", token), // never on the command line, which everyone can read
                port,
                URI.create("http://localhost:" + management + "/actuator/health/readiness"));
    }

    private String watched() {
        return Stream.concat(Stream.of(layout.folders()), folders.stream())
                .map(Path::toString)
                .collect(Collectors.joining(","));
    }

    private static Part own(String name, Class<?> main, String heap, int port, List<String> arguments) {
        Path logback = Path.of("local-logback.xml");
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + logback,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return new Part(name, command, Map.of(), port, null);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
