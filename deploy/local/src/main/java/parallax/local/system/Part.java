package parallax.local.system;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process to run.
 *
 * @param name unique, also that of its log
 * @param command how to start it
 * @param environment what it is told besides
 * @param port answers once it is up
 * @param health answers 200 once it is ready; null if the open port says enough
 */
record Part(
        String name,
        List<String> command,
        Map<String, String> environment,
        int port,
        @Nullable URI health) {}
