package parallax.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void by_default_the_ports_are_those_of_the_design() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);
        assertThat(ports.http(Service.INGEST, 0)).isEqualTo(8081);
        assertThat(ports.http(Service.ENRICH, 0)).isEqualTo(8082);
        assertThat(ports.http(Service.PUBLISH, 0)).isEqualTo(8083);
        assertThat(ports.management(Service.PUBLISH, 0)).isEqualTo(9083);
        assertThat(ports.postgres()).isEqualTo(5432);
        assertThat(ports.kafka()).isEqualTo(9092);
    }

    @Test
    void no_two_parts_share_a_port_even_with_many_instances() {
        Map<Service, Integer> many = Map.of(Service.INGEST, 8, Service.ENRICH, 8, Service.PUBLISH, 8);
        List<Integer> ports = new Plan(
                        new Layout(Path.of("."), Path.of("data")),
                        new Ports(20_000),
                        many,
                        List.of(),
                        List.of(),
                        Map.of())
                .allPorts();
        assertThat(new HashSet<>(ports)).hasSameSizeAs(ports);
    }

    @Test
    void a_base_that_leaves_no_room_is_refused() {
        assertThatThrownBy(() -> new Ports(1000)).hasMessageContaining("--ports");
        assertThatThrownBy(() -> new Ports(65_000)).hasMessageContaining("--ports");
    }

    @Test
    void a_port_that_something_listens_on_is_named() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.taken(List.of(busy.getLocalPort()))).containsExactly(busy.getLocalPort());
        }
    }
}
