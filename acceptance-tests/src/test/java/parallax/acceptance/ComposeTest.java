package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Where no Docker engine is at hand, at least what docker-compose.yml names is there and fits together. */
class ComposeTest {

    private static final Path ROOT = RunningSystem.ROOT;
    private static final Set<String> KEYS =
            Set.of("image", "build", "environment", "volumes", "ports", "healthcheck", "restart", "depends_on");

    @Test
    void every_service_is_well_formed_and_every_path_in_it_exists() throws IOException {
        Map<?, ?> compose = (Map<?, ?>) new Load(LoadSettings.builder()
                        .setSchema(new org.snakeyaml.engine.v2.schema.CoreSchema())
                        .build())
                .loadFromString(Files.readString(ROOT.resolve("docker-compose.yml")));
        Map<?, ?> services = (Map<?, ?>) compose.get("services");
        Map<?, ?> volumes = (Map<?, ?>) compose.get("volumes");
        assertThat(services.keySet().stream().map(String::valueOf).toList())
                .containsExactlyInAnyOrder("kafka", "postgres", "ingest", "enrich", "publish", "prometheus", "grafana");
        services.forEach((name, value) -> {
            Map<?, ?> service = merged((Map<?, ?>) value);
            assertThat(service.keySet().stream().map(String::valueOf).toList())
                    .as("keys of %s", name)
                    .isSubsetOf(KEYS);
            assertThat(service.containsKey("image") != service.containsKey("build"))
                    .as("%s has one origin", name)
                    .isTrue();
            if (service.get("build") instanceof Map<?, ?> build) {
                assertThat(ROOT.resolve((String) build.get("context")).resolve((String) build.get("dockerfile")))
                        .exists();
                Map<?, ?> arguments = (Map<?, ?>) build.get("args");
                assertThat(ROOT.resolve((String) arguments.get("SERVICE")).resolve("pom.xml"))
                        .exists();
            }
            for (Object volume : service.get("volumes") instanceof List<?> list ? list : List.of()) {
                String source = ((String) volume).replaceFirst(":.*", "");
                if (source.startsWith(".")) {
                    assertThat(ROOT.resolve(source)).exists();
                } else {
                    assertThat(volumes.containsKey(source))
                            .as("volume %s", source)
                            .isTrue();
                }
            }
            if (service.get("depends_on") instanceof Map<?, ?> needs) {
                needs.keySet()
                        .forEach(need -> assertThat(services.containsKey(need)).isTrue());
            }
        });
    }

    @Test
    void prometheus_looks_where_the_services_are() throws IOException {
        String targets = Files.readString(ROOT.resolve("deploy/prometheus/targets.json"));
        assertThat(targets).contains("ingest:9081", "enrich:9082", "publish:9083");
    }

    private static Map<?, ?> merged(Map<?, ?> service) {
        java.util.Map<Object, Object> merged = new java.util.LinkedHashMap<>(service);
        Object base = merged.remove("<<");
        if (base instanceof Map<?, ?> defaults) {
            defaults.forEach(merged::putIfAbsent);
        }
        return merged;
    }
}
