package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.ingest.Timestamps;
import parallax.ingest.fetch.Pause;
import parallax.testing.TestKafka;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five hundred feeds with the faults of real life, visited for ten days by two instances: every item comes once, and no host has
 * reason to complain. Time is made; the servers, Kafka and the database are real. {@code -Dsources=N -Ddays=N} for other sizes.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "db-scheduler.enabled=false")
@ContextConfiguration(initializers = TenDaysIT.Systems.class)
@DirtiesContext
class TenDaysIT {

    private static final int SOURCES = Integer.getInteger("sources", 500);
    private static final int DAYS = Integer.getInteger("days", 10);
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final List<String> INSTANCES = List.of("one", "two");
    private static final int THREADS = 6;
    private static final Pattern MARKER = Pattern.compile("marker-\\d+-\\d+-");

    @Autowired
    CustomTask<Void> visit;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MadeTime time;

    @LocalServerPort
    int port;

    @Test
    void every_item_comes_once_and_every_host_is_treated_politely() throws Exception {
        List<Scheduler> instances = INSTANCES.stream().map(this::instance).toList();
        try (SimulatedWeb web = new SimulatedWeb(SOURCES, START, time::instant);
                RawTopic topic = new RawTopic()) {
            for (SimulatedFeed feed : web.feeds()) {
                new SourcesClient(port).feed("feed-" + feed.number, feed.url());
            }
            instances.forEach(Scheduler::start);
            Instant end = START.plus(Duration.ofDays(DAYS));
            while (time.instant().isBefore(end) || time.waiting() > 0) {
                awaitRest(instances);
                time.advanceTo(time.nextAwake().orElseGet(this::nextVisit));
            }
            instances.forEach(Scheduler::stop);
            Map<String, List<String>> arrived = arrived(topic.news());
            List<String> lost = new ArrayList<>();
            int expected = 0;
            for (SimulatedFeed feed : web.feeds()) {
                Instant last = last(feed, end);
                for (int item = 0; item < feed.items(last); item++) {
                    expected++;
                    if (!arrived.containsKey(feed.marker(item))) {
                        lost.add(feed.fault + " " + feed.marker(item));
                    }
                }
            }
            List<String> repeated = arrived.entrySet().stream()
                    .filter(item -> item.getValue().size() > 1)
                    .map(item -> web.feeds().get(Integer.parseInt(item.getKey().split("-", -1)[1])).fault + " " + item)
                    .toList();
            System.out.printf(
                    "%d feeds, %d days: %d requests, %d items due, %d came, %d lost, %d repeated, %d complaints%n",
                    SOURCES,
                    DAYS,
                    web.requests(),
                    expected,
                    arrived.size(),
                    lost.size(),
                    repeated.size(),
                    web.complaints().size());
            assertThat(lost).isEmpty();
            assertThat(repeated).isEmpty();
            assertThat(web.complaints()).isEmpty();
            assertThat(jdbc.sql("select count(*) from source where not active")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(
                            DAYS < 7
                                    ? 0
                                    : web.feeds().stream()
                                            .filter(feed -> feed.fault == SimulatedFeed.Fault.GONE)
                                            .count());
            assertThat(jdbc.sql("select count(*) from source where moved_to is not null")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(
                            DAYS < 4
                                    ? 0
                                    : web.feeds().stream()
                                            .filter(feed -> feed.fault == SimulatedFeed.Fault.MOVED)
                                            .count());
        }
    }

    /** What was published until then has had two visits, even at the longest pause: one answer of three may be bad. */
    private static Instant last(SimulatedFeed feed, Instant end) {
        Instant visited = end.minus(Duration.ofHours(54));
        Instant beforeItWent = START.plus(Duration.ofDays(4));
        boolean goes = feed.fault == SimulatedFeed.Fault.GONE;
        return goes && beforeItWent.isBefore(visited) ? beforeItWent : visited;
    }

    private Scheduler instance(String name) {
        return Scheduler.create(database, visit)
                .schedulerName(new SchedulerName.Fixed(name))
                .clock(time::instant)
                .threads(THREADS)
                .build();
    }

    /** Visits that fall due within a while are made together, or ten days would take hours. */
    private Instant nextVisit() {
        Instant next = jdbc.sql("select min(execution_time) as at from scheduled_tasks")
                .query((row, number) -> Timestamps.instant(row, "at"))
                .single();
        Instant step = time.instant().plus(STEP);
        return next.isAfter(step) ? next : step;
    }

    /** Until all who could be on a visit are, and wait within it, or nobody is. Only then does time go on: no request takes any. */
    private void awaitRest(List<Scheduler> instances) {
        await().atMost(Duration.ofMinutes(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    Visits visits = visits();
                    if (visits.due > 0) { // they look by the same clock, and it stands
                        instances.forEach(Scheduler::triggerCheckForDueExecutions);
                    }
                    int waiting = time.waiting();
                    return visits.made == waiting && (visits.due == 0 || waiting == INSTANCES.size() * THREADS);
                });
    }

    /** How many visits are being made, and how many should be. */
    private record Visits(int made, int due) {}

    private Visits visits() {
        return jdbc.sql("""
                select count(*) filter (where picked) as made, count(*) filter (where not picked and execution_time <= ?) as due
                from scheduled_tasks
                """)
                .param(Timestamps.of(time.instant()))
                .query((row, number) -> new Visits(row.getInt("made"), row.getInt("due")))
                .single();
    }

    private static Map<String, List<String>> arrived(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<String>> arrived = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            String content = JsonMapper.shared()
                    .readTree(new String(record.value(), StandardCharsets.UTF_8))
                    .path("content")
                    .asString("");
            Matcher marker = MARKER.matcher(content);
            if (marker.find()) {
                arrived.computeIfAbsent(marker.group(), any -> new ArrayList<>())
                        .add(record.key());
            }
        }
        return arrived;
    }

    /** A clock that goes on when it is told to; who pauses waits until it has. */
    static final class MadeTime extends Clock implements Pause {

        private final PriorityQueue<Instant> awakenings = new PriorityQueue<>();
        private Instant now = START;

        @Override
        public synchronized void take(Duration length) throws InterruptedException {
            Instant end = now.plus(length);
            awakenings.add(end);
            while (now.isBefore(end)) {
                wait();
            }
        }

        /** Those whose time has come work from now on, whether or not they have noticed. */
        synchronized void advanceTo(Instant time) {
            now = time;
            awakenings.removeIf(awakening -> !awakening.isAfter(time));
            notifyAll();
        }

        synchronized int waiting() {
            return awakenings.size();
        }

        synchronized Optional<Instant> nextAwake() {
            return Optional.ofNullable(awakenings.peek());
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @TestConfiguration
    static class Made {

        @Bean
        @Primary
        MadeTime madeTime() {
            return new MadeTime();
        }

        @Bean
        SchedulerClient schedulerClient(DataSource database, CustomTask<Void> visit) {
            return SchedulerClient.Builder.create(database, visit).build();
        }
    }

    static class Systems implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            IngestTest.Systems.connect(context, TestKafka.bootstrap(), "parallax_ingest_days");
        }
    }
}
