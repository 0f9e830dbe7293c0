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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parallax.ingest.IngestApplication;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.ingest.identity.CanonicalUrl;
import parallax.ingest.identity.DocumentId;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two processes of the service as they are set by default: the one that looks at a folder or polls a feed is killed, and the other takes it over. */
class HandOverIT {

    private static final String DATABASE = "parallax_ingest_hand_over";

    @TempDir
    static Path folders;

    /** By the names under which they work on tasks, which is their ports here. */
    private static final Map<String, Process> INSTANCES = new LinkedHashMap<>();

    /** Another for the one that was killed before. */
    @BeforeEach
    void start() throws Exception {
        while (INSTANCES.size() < 2) {
            int port = TestKafka.freePort();
            INSTANCES.put(Integer.toString(port), instance(port));
        }
        for (String port : INSTANCES.keySet()) {
            await().atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .until(() -> new SourcesClient(Integer.parseInt(port))
                                    .send("GET", "", null)
                                    .statusCode()
                            == 200);
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.values().forEach(Process::destroyForcibly);
    }

    @Test
    void a_folder_whose_owner_is_killed_in_the_middle_of_a_look_is_taken_over_within_30_seconds() throws Exception {
        Path post = Files.writeString(folders.resolve("post.md"), "First.");
        try (RawTopic topic = new RawTopic();
                Connection database = DriverManager.getConnection(TestPostgres.url(DATABASE), "postgres", "")) {
            any().put("blog", "{\"folder\":\"" + folders + "\"}", 201);
            String id = next(topic, Duration.ofMinutes(1)).get("id").asString();

            hold(database, id);
            Files.writeString(post, "Second.");
            long death = killInTheMiddle(database, "blog");

            JsonNode second = next(topic, Duration.ofMinutes(1));
            assertThat(second.get("content").asString()).isEqualTo("Second.");
            takenOverInTime(death);
        }
    }

    @Test
    void a_feed_whose_owner_is_killed_in_the_middle_of_a_visit_is_polled_within_30_seconds_by_the_other_no_item_twice()
            throws Exception {
        try (WebSite site = new WebSite();
                RawTopic topic = new RawTopic();
                Connection database = DriverManager.getConnection(TestPostgres.url(DATABASE), "postgres", "")) {
            List<String> items = List.of("one", "two", "three", "four", "five", "six");
            String feed = WebSite.rss(
                    items.stream().map(item -> site.item(item, WebSite.LONG)).toArray(String[]::new));
            site.put("/feed", feed);
            // Items are taken two at a time: the first two are recorded, those in the middle are not.
            hold(database, DocumentId.of(null, CanonicalUrl.of(site.url("/three")), "desk", new byte[0]));
            any().feed("desk", site.url("/feed"));
            long death = killInTheMiddle(database, "desk");

            List<JsonNode> events = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                events.addAll(topic.events());
                return events.size() >= items.size();
            });
            takenOverInTime(death);
            assertThat(site.requests("/feed")).hasSize(2);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !any().get("desk").at("/visits/outcome").isMissingNode());

            site.put("/feed", feed.replace("</channel>", site.item("seven", WebSite.LONG) + "</channel>"));
            any().visitAgain("desk");
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                events.addAll(topic.events());
                return events.size() > items.size();
            });
            assertThat(events)
                    .extracting(event -> event.get("url").asString())
                    .containsExactlyInAnyOrder(Stream.concat(items.stream(), Stream.of("seven"))
                            .map(item -> site.url("/" + item))
                            .toArray(String[]::new));
        }
    }

    private static SourcesClient any() {
        return new SourcesClient(Integer.parseInt(INSTANCES.keySet().iterator().next()));
    }

    /** Whoever is to record the document stays in the middle of that until this transaction ends. */
    private static void hold(Connection database, String document) throws SQLException {
        database.setAutoCommit(false);
        try (var lock = database.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, document);
            lock.execute();
        }
    }

    /** Kills the instance that visits the source; returns when, in nanoseconds of this machine. */
    private static long killInTheMiddle(Connection database, String source) throws Exception {
        await().atMost(Duration.ofMinutes(1)).until(() -> waitsForLock(database));
        INSTANCES.remove(owner(database, source)).destroyForcibly().waitFor();
        long death = System.nanoTime();
        database.rollback();
        return death;
    }

    private static void takenOverInTime(long death) {
        Duration taken = Duration.ofNanos(System.nanoTime() - death);
        System.out.printf("taken over after %.1f s%n", taken.toMillis() / 1000.0);
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
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

    private static String owner(Connection database, String source) throws SQLException {
        try (var owners = database.prepareStatement(
                "select picked_by from scheduled_tasks where task_name = 'visit' and task_instance = ? and picked")) {
            owners.setString(1, source);
            try (ResultSet picked = owners.executeQuery()) {
                assertThat(picked.next()).isTrue();
                return picked.getString(1);
            }
        }
    }

    private static Process instance(int port) throws IOException {
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
                        "--parallax.ingest.allowed-networks=127.0.0.0/8",
                        "--parallax.ingest.bulk-lines=2",
                        "--spring.datasource.url=" + TestPostgres.url(DATABASE)))
                .redirectErrorStream(true)
                .redirectOutput(new File("target/hand-over-" + port + ".log"))
                .start();
    }
}
