package parallax.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.local.system.Layout;
import parallax.local.system.State;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParallaxTest {

    private static final State ONLY_INGEST = new State(
            1,
            true,
            Map.of("ingest", "http://localhost:8081"),
            Map.of("ingest", "http://localhost:9081"),
            "http://localhost:8085/",
            "secret",
            "/data",
            List.of(new State.Running("kafka", 1)));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_names_every_command() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("demo", "up", "ingest", "connect", "status", "stop", "verify", "help");
    }

    @Test
    void each_command_explains_itself() {
        for (String command : List.of("demo", "up", "ingest", "connect", "token", "status", "stop", "verify")) {
            assertThat(run(command, "--help")).as(command).isZero();
        }
        for (String kind : List.of("wordpress", "ghost", "markdown")) {
            assertThat(run("connect", kind, "--help")).as(kind).isZero();
        }
        assertThat(out.toString()).contains("application password", "Admin API key", "--cms-root", "--publish-after");
        assertThat(out.toString()).contains("--ports", "--data", "--fresh", "--json", "--enrich");
    }

    @Test
    void help_explains_a_command_of_two_words_with_an_example() {
        assertThat(run("help", "connect", "wordpress")).isZero();
        assertThat(out.toString())
                .startsWith("Usage: parallax connect wordpress")
                .contains("--user", "./parallax connect wordpress https://");
        for (String kind : List.of("ghost", "markdown")) {
            assertThat(run("help", "connect", kind)).as(kind).isZero();
            assertThat(out.toString()).contains("./parallax connect " + kind);
        }
        assertThat(run("help", "token", "create")).isZero();
        assertThat(out.toString()).contains("./parallax token create");
        assertThat(run("help", "connect", "typo3")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no command 'connect typo3'");
        assertThat(run("--help")).isZero();
    }

    @Test
    void what_is_not_understood_ends_with_2_and_what_fails_with_1(@TempDir Path data) {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run("status", "--data", data.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("nothing runs", "./parallax up");
    }

    @Test
    void a_blog_is_called_after_its_address_or_folder() {
        assertThat(ConnectCommand.name("https://Blog.example.org:8443/sub/")).isEqualTo("blog-example-org-8443");
        assertThat(ConnectCommand.name("My Posts")).isEqualTo("my-posts");
        assertThat(ConnectCommand.name("文章")).isEqualTo("blog");
    }

    @Test
    void status_has_the_fields_that_programs_rely_on() {
        JsonNode json =
                JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(StatusCommand.json(ONLY_INGEST)));
        assertThat(json.path("ready").asBoolean()).isTrue();
        assertThat(json.path("urls").path("ingest").asString()).isEqualTo("http://localhost:8081");
        assertThat(json.path("management").path("ingest").asString()).isEqualTo("http://localhost:9081");
        assertThat(json.path("token").asString()).isEqualTo("secret");
        assertThat(json.path("data").asString()).isEqualTo("/data");
        assertThat(json.path("processes").get(0).propertyNames()).containsExactly("name", "pid", "memoryMb");
    }

    @Test
    void what_does_not_run_has_no_address() {
        assertThat(Summary.of(ONLY_INGEST, new Layout(Path.of("/root"), Path.of("/data"))))
                .contains(
                        "Push to     http://localhost:8081/v1/documents",
                        "Health      http://localhost:9081/actuator/health")
                .doesNotContain("Feeds", "Page", "Blog posts", "null");
        assertThatThrownBy(() -> ONLY_INGEST.url("publish")).hasMessageContaining("./parallax up --publish 1");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Parallax.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
