package parallax.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Where no cluster is at hand, at least what deploy/kubernetes says is what Kubernetes knows, and fits together and to the services. */
class KubernetesTest {

    private static final Path FOLDER = RunningSystem.ROOT.resolve("deploy/kubernetes");

    /** By the models of a Kubernetes client, which take any field; here one that they do not know is a mistake. */
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new KnownFieldsOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class);

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "publish"})
    void a_service_is_probed_bounded_scaled_and_not_root(String name) throws IOException {
        Map<Class<?>, HasMetadata> all = read(name);
        Deployment deployment = (Deployment) all.get(Deployment.class);
        var pod = deployment.getSpec().getTemplate();
        Map<String, String> labels = deployment.getSpec().getSelector().getMatchLabels();
        assertThat(pod.getMetadata().getLabels()).containsAllEntriesOf(labels);
        assertThat(deployment.getSpec().getReplicas())
                .as("that is the autoscaler's word")
                .isNull();

        PodDisruptionBudget budget = (PodDisruptionBudget) all.get(PodDisruptionBudget.class);
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        var scaler = ((HorizontalPodAutoscaler) all.get(HorizontalPodAutoscaler.class)).getSpec();
        assertThat(scaler.getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(scaler.getMinReplicas()).isGreaterThan(1).isLessThanOrEqualTo(scaler.getMaxReplicas());

        assertThat(pod.getSpec().getContainers()).hasSize(1);
        Container container = pod.getSpec().getContainers().get(0);
        String settings =
                Files.readString(RunningSystem.ROOT.resolve(name + "-service/src/main/resources/application.yaml"));
        container.getPorts().forEach(port -> assertThat(settings).contains("port: " + port.getContainerPort()));
        List<String> ports =
                container.getPorts().stream().map(port -> port.getName()).toList();
        for (Probe probe :
                List.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())) {
            assertThat(probe.getHttpGet().getPath()).startsWith("/actuator/health/");
            assertThat(ports).contains(probe.getHttpGet().getPort().getStrVal());
        }
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(Files.readString(RunningSystem.ROOT.resolve("deploy/images/Dockerfile")))
                .contains("USER " + pod.getSpec().getSecurityContext().getRunAsUser());
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getName)
                .containsExactlyInAnyOrderElementsOf(
                        pod.getSpec().getVolumes().stream().map(Volume::getName).toList());
        if (all.get(Service.class) instanceof Service service) {
            assertThat(service.getSpec().getSelector()).isEqualTo(labels);
            service.getSpec().getPorts().forEach(port -> assertThat(ports)
                    .contains(port.getTargetPort().getStrVal()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "publish"})
    void its_settings_come_from_what_the_kustomization_makes_or_asks_for(String name) throws IOException {
        String kustomization = Files.readString(FOLDER.resolve("kustomization.yaml"));
        Deployment deployment = (Deployment) read(name).get(Deployment.class);
        Container container =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        List<String> maps = new ArrayList<>();
        List<String> secrets = new ArrayList<>();
        for (EnvFromSource from : container.getEnvFrom()) {
            if (from.getConfigMapRef() != null) {
                maps.add(from.getConfigMapRef().getName());
            } else {
                secrets.add(from.getSecretRef().getName());
            }
        }
        assertThat(maps).containsExactly("parallax");
        assertThat(secrets).containsExactly("parallax", "parallax-kafka-" + name);
        assertThat(kustomization)
                .contains("secret generic parallax ", "secret generic parallax-kafka-ca", "--from-file=kafka-ca.pem")
                .contains("- name: " + container.getImage());
        // Where deploy/kafka/tls.env says that the certificate lies.
        VolumeMount certificate = container.getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals("kafka-ca"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(RunningSystem.ROOT.resolve("deploy/kafka/tls.env")))
                .contains("=file:" + certificate.getMountPath() + "/kafka-ca.pem");
        assertThat(container.getEnv().get(0).getValue()).endsWith("/parallax_" + name);
        assertThat(Files.readString(RunningSystem.ROOT.resolve("deploy/postgres/databases.sql")))
                .contains("parallax_" + name + ";");
    }

    @Test
    void the_kustomization_names_every_file_and_holds_no_secret() throws IOException {
        Map<?, ?> kustomization =
                yaml(Files.readString(FOLDER.resolve("kustomization.yaml"))).get(0);
        try (var files = Files.list(FOLDER)) {
            assertThat((List<?>) kustomization.get("resources"))
                    .extracting(String::valueOf)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(file -> !file.equals("kustomization.yaml"))
                                    .toList());
        }
        assertThat(kustomization.containsKey("secretGenerator")).isFalse();
        assertThat(kustomization.get("configMapGenerator").toString()).doesNotContain("TOKEN", "PASSWORD");
    }

    private static Map<Class<?>, HasMetadata> read(String name) throws IOException {
        return yaml(Files.readString(FOLDER.resolve(name + ".yaml"))).stream()
                .map(document -> {
                    String kind = document.get("apiVersion") + " " + document.get("kind");
                    assertThat(KINDS).containsKey(kind);
                    return (HasMetadata) STRICT.convertValue(document, KINDS.get(kind));
                })
                .collect(Collectors.toMap(HasMetadata::getClass, Function.identity()));
    }

    private static List<Map<?, ?>> yaml(String text) {
        List<Map<?, ?>> documents = new ArrayList<>();
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build())
                .loadAllFromString(text)
                .forEach(document -> documents.add((Map<?, ?>) document));
        return documents;
    }

    private static final class KnownFieldsOnly extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
