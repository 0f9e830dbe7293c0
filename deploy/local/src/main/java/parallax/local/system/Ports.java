package parallax.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Every port, each at its distance from the base; further instances of a service stand 100 apart.
 *
 * @param base 8080 by default
 */
public record Ports(int base) {

    /** The base by default. */
    public static final int DEFAULT_BASE = 8080;

    private static final int INSTANCE_DISTANCE = 100;

    /** Refuses a base that leaves no room below or above. */
    public Ports {
        if (base < 3700 || base > 60_000) {
            throw new IllegalArgumentException(
                    "--ports must be between 3700 and 60000, for ports are used from 2648 below it to some 1500 above");
        }
    }

    int http(Service service, int instance) {
        return base + service.offset() + INSTANCE_DISTANCE * instance;
    }

    int management(Service service, int instance) {
        return http(service, instance) + 1000;
    }

    int kafka() {
        return base + 1012;
    }

    int kafkaController() {
        return base + 1013;
    }

    int postgres() {
        return base - 2648;
    }

    int receiver() {
        return base + 5;
    }

    /** Those of {@code wanted} that something else listens on. */
    static List<Integer> taken(List<Integer> wanted) {
        List<Integer> taken = new ArrayList<>();
        for (int port : wanted) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                taken.add(port);
            }
        }
        return taken;
    }
}
