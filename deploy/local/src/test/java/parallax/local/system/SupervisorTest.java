package parallax.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path logs;

    private final List<String> said = new ArrayList<>();

    @Test
    void a_process_that_is_killed_is_started_again_and_all_are_stopped_at_the_end() {
        Supervisor supervisor = new Supervisor(logs, said::add);
        supervisor.start(part("sleeper", "sleep 600"));
        ProcessHandle first =
                ProcessHandle.of(supervisor.processes().get(0).pid()).orElseThrow();
        first.destroyForcibly();
        first.onExit().join();
        await().atMost(Duration.ofSeconds(10)).until(supervisor::restartTheDead);
        assertThat(said).singleElement().asString().contains("sleeper died", "starting it again");
        ProcessHandle second =
                ProcessHandle.of(supervisor.processes().get(0).pid()).orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        supervisor.close();
        assertThat(second.isAlive()).isFalse();
        assertThat(supervisor.restartTheDead()).isFalse();
    }

    @Test
    void what_a_process_says_is_kept() {
        try (Supervisor supervisor = new Supervisor(logs, said::add)) {
            supervisor.start(part("speaker", "echo hello; sleep 600"));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Files.readString(logs.resolve("speaker.log")).contains("hello"));
        }
    }

    private static Part part(String name, String script) {
        return new Part(name, List.of("sh", "-c", script), Map.of(), 0, null);
    }
}
