package parallax.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.local.console.Console;

class StepsTest {

    @Test
    void every_step_is_shown_once_also_of_several_that_came_at_once(@TempDir Path folder) throws IOException {
        Path log = Files.createFile(folder.resolve("launcher.log"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Steps steps = new Steps(log, new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false));
        for (String written : List.of(
                "[  2.8 s] postgres is up (port 5432)\n[  3.6 s] kafka is up (port 9092)\n[ 17.6 s] ingest is",
                " up (port 8081)\n",
                "[ 18.4 s] enrich is up (port 8082)\n[ 19.4 s] publish is up (port 8083)\n\nPage  http://localhost:8083/\n")) {
            Files.writeString(log, written, StandardOpenOption.APPEND);
            steps.show();
        }
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("^\\[.*] ", "")))
                .containsExactly(
                        "postgres is up (port 5432)",
                        "kafka is up (port 9092)",
                        "ingest is up (port 8081)",
                        "enrich is up (port 8082)",
                        "publish is up (port 8083)");
    }
}
