package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.ingest.IngestApplication;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes of the service as they are set by default: the one that looks at a folder is killed, and the other takes it over. */
class HandOverIT {

    private static final String DATABASE = "parallax_ingest_hand_over";

    @TempDir
    Path folders;

    /** By the names under which they work on tasks, which is their ports here. */
    private final Map<String, Process> instances = new LinkedHashMap<>();

    @BeforeEach
    void start() throws Exception {
        for (int i = 0; i < 2; i++) {
            int port = TestKafka.freePort();
            instances.put(Integer.toString(port), instance(port));
        }
        for (String port : instances.keySet()) {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> new SourcesClient(Integer.parseInt(port))
                                    .send("GET", "", null)
                                    .statusCode()
                            == 200);
        }
    }

    @AfterEach
    void stop() {
        instances.values().forEach(Process::destroyForcibly);
    }

    @Test
    void a_folder_whose_owner_is_killed_in_the_middle_of_a_look_is_taken_over_within_30_seconds() throws Exception {
        Path post = Files.writeString(folders.resolve("post.md"), "First.");
        try (RawTopic topic = new RawTopic();
                Connection database = DriverManager.getConnection(TestPostgres.url(DATABASE), "postgres", "")) {
            int any = Integer.parseInt(instances.keySet().iterator().next());
            assertThat(new SourcesClient(any)
                            .send("PUT", "/blog", "{\"folder\":\"" + folders + "\"}")
                            .statusCode())
                    .isEqualTo(201);
            String id = next(topic, Duration.ofMinutes(1)).get("id").asString();

            database.setAutoCommit(false); // the look that finds the change stays in its middle as long as we hold this
            try (var lock = database.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
                lock.setString(1, id);
                lock.execute();
            }
            Files.writeString(post, "Second.");
            await().atMost(Duration.ofMinutes(1)).until(() -> waitsForLock(database));
            String owner = owner(database);
            Process killed = instances.get(owner);
            killed.destroyForcibly().waitFor();
            long death = System.nanoTime();
            database.rollback();

            JsonNode second = next(topic, Duration.ofMinutes(1));
            assertThat(second.get("content").asString()).isEqualTo("Second.");
            Duration taken = Duration.ofNanos(System.nanoTime() - death);
            System.out.printf("taken over after %.1f s%n", taken.toMillis() / 1000.0);
            assertThat(taken).isLessThan(Duration.ofSeconds(30));
        }
    }

    private static JsonNode next(RawTopic topic, Duration atMost) {
        var records = await().atMost(atMost).until(topic::news, news -> !news.isEmpty());
        assertThat(records).hasSize(1);
        return JsonMapper.shared().readTree(records.get(0).value());
    }

    private static boolean waitsForLock(Connection database) throws SQLException {
        try (ResultSet waiting = database.createStatement()
                .executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                        + " (select oid from pg_database where datname = current_database())")) {
            return waiting.next() && waiting.getInt(1) == 1;
        }
    }

    private static String owner(Connection database) throws SQLException {
        try (ResultSet picked = database.createStatement()
                .executeQuery("select picked_by from scheduled_tasks where task_instance = 'blog' and picked")) {
            assertThat(picked.next()).isTrue();
            return picked.getString(1);
        }
    }

    private Process instance(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestApplication.class.getName(),
                        "--server.port=" + port,
                        "--management.server.port=0",
                        "--db-scheduler.scheduler-name=" + port,
                        "--parallax.token=" + IngestTest.TOKEN,
                        "--parallax.kafka.bootstrap=" + TestKafka.bootstrap(),
                        "--parallax.ingest.folder-roots=" + folders,
                        "--spring.datasource.url=" + TestPostgres.url(DATABASE)))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/hand-over-" + port + ".log"))
                .start();
    }
}
