package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus over the running services: whatever the dashboard and the rules ask, there is data. */
@Tag("prometheus")
class PrometheusIT {

    private static final Path DEPLOY = RunningSystem.ROOT.resolve("deploy");
    /** Below the range from which clients take their ports, like every port of these tests: others are not always free. */
    private static final int PORT = 23500;

    private static RunningSystem system;
    private static Process prometheus;

    @BeforeAll
    static void start() throws IOException {
        system = RunningSystem.start(23080);
        system.connectAndPushSeeds();
        Path folder = Files.createTempDirectory("parallax-prometheus");
        for (String file : List.of("prometheus.yml", "rules.yml")) {
            Files.copy(DEPLOY.resolve("prometheus").resolve(file), folder.resolve(file));
        }
        List<Map<String, Object>> targets = new ArrayList<>();
        for (String service : List.of("ingest", "enrich", "publish")) {
            targets.add(Map.of(
                    "targets", List.of(system.management(service).replace("http://", "")),
                    "labels", Map.of("app", service + "-service")));
        }
        Files.writeString(
                folder.resolve("targets.json"), JsonMapper.builder().build().writeValueAsString(targets));
        prometheus = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + PORT)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @AfterAll
    static void stop() {
        prometheus.destroy();
        prometheus.onExit().join();
        system.close();
    }

    @Test
    void promtool_accepts_the_configuration_and_every_alert_fires_when_it_should() throws Exception {
        for (List<String> command : List.of(
                List.of("promtool", "check", "config", "prometheus.yml"),
                List.of("promtool", "check", "rules", "rules.yml"),
                List.of("promtool", "test", "rules", "rules_test.yml"))) {
            Process promtool = new ProcessBuilder(command)
                    .directory(DEPLOY.resolve("prometheus").toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(promtool.waitFor()).as(said).isZero();
        }
    }

    @Test
    void every_query_of_the_dashboard_and_the_rules_has_data() {
        List<String> queries = new ArrayList<>(dashboardQueries());
        queries.addAll(ruleQueries());
        assertThat(queries).hasSizeGreaterThan(25);
        queries.forEach(query -> await("data for " + query)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(java.io.UncheckedIOException.class)
                .until(() -> hasData(query)));
    }

    @Test
    void every_alert_has_an_entry_in_the_runbook() throws IOException {
        String runbook = Files.readString(RunningSystem.ROOT.resolve("docs/runbook.md"));
        for (Map<?, ?> rule : rules()) {
            if (rule.containsKey("alert")) {
                assertThat(runbook).contains("## " + rule.get("alert") + "\n");
                assertThat(((Map<?, ?>) rule.get("annotations")).get("runbook"))
                        .isEqualTo(
                                "docs/runbook.md#" + ((String) rule.get("alert")).toLowerCase(java.util.Locale.ROOT));
            }
        }
    }

    private static boolean hasData(String query) {
        JsonNode answer = system.json(
                "http://127.0.0.1:" + PORT + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(answer.path("status").asString()).as(query).isEqualTo("success");
        return !answer.path("data").path("result").isEmpty();
    }

    private static List<String> dashboardQueries() {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("grafana/dashboards"))) {
            files.forEach(file -> JsonMapper.builder()
                    .build()
                    .readTree(file.toFile())
                    .path("panels")
                    .forEach(panel -> panel.path("targets")
                            .forEach(target -> queries.add(target.path("expr").asString()))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return queries;
    }

    /** Recorded series as they are; of an alert, the series that it compares with a number. */
    private static List<String> ruleQueries() {
        return rules().stream()
                .map(rule -> rule.containsKey("record")
                        ? (String) rule.get("record")
                        : ((String) rule.get("expr")).replaceFirst("\\s*[<>]=?\\s*[\\d.]+$", ""))
                .toList();
    }

    private static List<Map<?, ?>> rules() {
        try {
            Map<?, ?> file = (Map<?, ?>) new Load(LoadSettings.builder().build())
                    .loadFromString(Files.readString(DEPLOY.resolve("prometheus/rules.yml")));
            List<Map<?, ?>> rules = new ArrayList<>();
            for (Object group : (List<?>) file.get("groups")) {
                ((List<?>) ((Map<?, ?>) group).get("rules")).forEach(rule -> rules.add((Map<?, ?>) rule));
            }
            return rules;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
