package parallax.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
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
import parallax.ingest.fetch.Pause;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Five hundred feeds with the faults of real life, visited for ten days by two instances: every item comes once, and no host has
 * reason to complain. Time is made; the servers, Kafka and the database are real. {@code -Dsources=N -Ddays=N} for other sizes.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "parallax.token=" + IngestTest.TOKEN,
            "management.server.port=0",
            "db-scheduler.enabled=false",
            "parallax.ingest.allowed-networks=127.0.0.0/8",
            "spring.kafka.producer.properties.linger.ms=0",
        })
@ContextConfiguration(initializers = TenDaysIT.Systems.class)
@DirtiesContext
class TenDaysIT {

    private static final int SOURCES = Integer.getInteger("sources", 500);
    private static final int DAYS = Integer.getInteger("days", 10);
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);
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
        List<Scheduler> instances = List.of(instance("one"), instance("two"));
        try (SimulatedWeb web = new SimulatedWeb(SOURCES, START, time::instant);
                RawTopic topic = new RawTopic()) {
            for (SimulatedFeed feed : web.feeds()) {
                SourcesClient.put(port, "feed-" + feed.number, feed.url());
            }
            instances.forEach(Scheduler::start);
            Instant end = START.plus(Duration.ofDays(DAYS));
            while (time.instant().isBefore(end)) {
                time.advanceTo(
                        nextVisit().isAfter(time.instant().plus(STEP))
                                ? nextVisit()
                                : time.instant().plus(STEP));
                rest();
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
                .threads(6)
                .pollingInterval(Duration.ofMillis(25))
                .heartbeatInterval(Duration.ofHours(6)) // made time runs on while a visit pauses
                .build();
    }

    private Instant nextVisit() {
        return jdbc.sql("select min(execution_time) as at from scheduled_tasks")
                .query((row, number) ->
                        row.getObject("at", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Until nothing is due and nobody is on a visit. */
    private void rest() throws InterruptedException {
        while (jdbc.sql("select count(*) from scheduled_tasks where picked or execution_time <= ?")
                        .param(time.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0) {
            Thread.sleep(5);
            time.advanceTo(time.instant().plusMillis(100)); // hosts have their rest while others are visited
        }
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

    /** A clock that goes on when it is told to. */
    static final class MadeTime extends Clock {

        private final AtomicReference<Instant> now = new AtomicReference<>(START);

        void advanceTo(Instant time) {
            now.accumulateAndGet(time, (one, other) -> one.isAfter(other) ? one : other);
        }

        @Override
        public Instant instant() {
            return now.get();
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
        @Primary
        Pause noPause(MadeTime time) {
            return length -> time.advanceTo(time.instant().plus(length));
        }

        @Bean
        SchedulerClient schedulerClient(DataSource database, CustomTask<Void> visit) {
            return SchedulerClient.Builder.create(database, visit).build();
        }
    }

    static class Systems implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "parallax.kafka.bootstrap=" + TestKafka.bootstrap(),
                            "parallax.ingest.polling.hold=6h", // made time runs on while a slow machine makes a request
                            "spring.datasource.url=" + TestPostgres.url("parallax_ingest_days"))
                    .applyTo(context);
        }
    }
}
