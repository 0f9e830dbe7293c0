package parallax.publish.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import parallax.events.Event;
import parallax.events.FeedIssued;
import parallax.events.Topics;
import parallax.publish.PublishApplication;
import parallax.stream.EventJson;
import parallax.stream.EventSender;
import parallax.stream.Outgoing;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The identity law: whatever happens to articles, stories, addresses and databases, each item is shown as new once by readers of
 * every make, and never missed. {@code -Dlaw.runs=N} for more than the usual number of runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityLawIT {

    private static final int RUNS = Integer.getInteger("law.runs", 6);
    private static final int STEPS = 40;
    private static final List<String> FEEDS = List.of("stories.rss", "stories.atom", "stories.json", "articles.atom");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = TestKafka.freePort();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T00:00:00Z"));
    private final Map<String, String> settings = new LinkedHashMap<>();
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start() {
        settings.putAll(Map.of(
                "parallax.kafka.bootstrap", TestKafka.fresh(),
                "spring.datasource.url", TestPostgres.url("parallax_publish_law"),
                "parallax.token", "test-token-0123456789",
                "parallax.publish.base-url", "http://old.example",
                "parallax.publish.feed.issue-every", "1d", // the test does it
                "parallax.publish.feed.fresh", "0ms",
                "parallax.publish.feed.limit", "200",
                "management.server.port", "0",
                "server.port", Integer.toString(port)));
        service = run(Map.of());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, RUNS).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_item_is_shown_twice_and_none_is_missed(int seed) throws Exception {
        Random chance = new Random(seed);
        String source = "law" + seed;
        Newsroom newsroom = new Newsroom(chance, source);
        Map<String, List<Reader>> readers = new LinkedHashMap<>();
        FEEDS.forEach(feed -> readers.put(feed, Reader.all()));
        Map<String, Map<String, Integer>> visible = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            List<Event> events = newsroom.step(clock.instant());
            apply(events);
            if (chance.nextInt(4) == 0) {
                apply(events); // at least once
            }
            clock.advance(Duration.ofMillis(chance.nextInt(1200)));
            if (chance.nextInt(3) > 0) {
                issuer().issue();
            }
            if (chance.nextInt(10) == 0) {
                rebuild(newsroom, chance);
            }
            if (chance.nextInt(2) == 0) {
                poll(source, readers, visible);
            }
        }
        issueAndPoll(source, readers, visible);

        assertThat(visible.get("stories.rss")).as("something was shown").isNotEmpty();
        readers.forEach((feed, those) -> those.forEach(reader -> assertThat(reader.shown())
                .as("new items of %s for a reader that goes by %s", feed, reader)
                .isEqualTo(visible.get(feed))));
    }

    /** Each alone, for each reader of each feed; {@code null} is the loss of the database. */
    @ParameterizedTest(name = "{0}")
    @NullSource
    @EnumSource
    void whatever_happens_alone_shows_nothing_twice(Newsroom.@Nullable Happening what) throws Exception {
        String source = "alone-" + what;
        Random chance = new Random(5);
        Newsroom newsroom = new Newsroom(chance, source);
        Map<String, List<Reader>> readers = new LinkedHashMap<>();
        FEEDS.forEach(feed -> readers.put(feed, Reader.all()));
        Map<String, Map<String, Integer>> visible = new HashMap<>();
        for (int n = 0; n < 12; n++) { // stories of several articles each
            apply(newsroom.step(n % 3 == 0 ? Newsroom.Happening.FOUND : Newsroom.Happening.COVERED, clock.instant()));
        }
        issueAndPoll(source, readers, visible);
        assertThat(visible.get("stories.rss")).hasSizeGreaterThan(2);

        for (int n = 0; n < 8; n++) { // to one story after another
            if (what == null) {
                rebuild(newsroom, chance);
            } else {
                List<Event> events = newsroom.step(what, clock.instant());
                assertThat(n > 0 || !events.isEmpty()).as("it happens").isTrue();
                apply(events);
            }
            issueAndPoll(source, readers, visible);
        }
        readers.forEach((feed, those) -> those.forEach(reader -> assertThat(reader.shown())
                .as("new items of %s for a reader that goes by %s after %s", feed, reader, what)
                .isEqualTo(visible.get(feed))));
    }

    private void issueAndPoll(
            String source, Map<String, List<Reader>> readers, Map<String, Map<String, Integer>> visible)
            throws Exception {
        clock.advance(Duration.ofSeconds(2));
        issuer().issue();
        poll(source, readers, visible);
    }

    /** A writer who was killed between Kafka and his commit; then a rebuild that reads his record and the later one apart. */
    @Test
    void a_place_that_was_given_twice_is_the_later_ones() {
        IssueRows rows = service.getBean(IssueRows.class);
        Instant now = clock.instant();
        rows.put("given-twice", List.of(new FeedIssued("given-twice", 1, "early", "d", now)));
        rows.put("given-twice", List.of(new FeedIssued("given-twice", 2, "never", "d", now)));
        rows.put("given-twice", List.of(new FeedIssued("given-twice", 2, "later", "d", now)));
        rows.put("given-twice", List.of(new FeedIssued("given-twice", 3, "early", "e", now)));
        rows.put("given-twice", List.of(new FeedIssued("given-twice", 3, "later", "e", now)));
        assertThat(service.getBean(JdbcClient.class)
                        .sql("select item || ' ' || seq from feed_item where feed = 'given-twice' order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("early 1", "later 3");
    }

    /**
     * A writer whose word reached Kafka after another had given its place away. Who starts next puts the log's last word in, and an
     * instance that had seen the other shows the same all the same; nobody's item is lost.
     */
    @Test
    void a_place_that_is_given_anew_is_seen_by_those_who_know_the_old_one() throws Exception {
        Newsroom newsroom = new Newsroom(new Random(2), "anew");
        for (int n = 0; n < 3; n++) {
            apply(newsroom.step(Newsroom.Happening.FOUND, clock.instant()));
        }
        clock.advance(Duration.ofSeconds(2));
        issuer().issue();
        apply(newsroom.step(Newsroom.Happening.FOUND, clock.instant()));
        apply(newsroom.step(Newsroom.Happening.FOUND, clock.instant()));
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        List<String> before = guids(port, "stories.json", "anew"); // some of them may be drafts
        assertThat(before).hasSizeGreaterThan(1);
        FeedIssued late = jdbc.sql("""
                        select f.seq, s.id, s.outside_hash from story s, (select max(seq) as seq from feed_issue where feed = 'stories') f
                        where s.outside_hash is not null and s.issued_hash is null limit 1
                        """)
                .query((row, n) ->
                        new FeedIssued("stories", row.getLong(1), row.getString(2), row.getString(3), clock.instant()))
                .single();
        service.getBean(IssueLog.class).append(List.of(late));
        // What is no event stops nobody.
        service.getBean(EventSender.class)
                .send(List.of(new Outgoing(Topics.FEEDS, "k", Map.of("ce_type", FeedIssued.TYPE), new byte[] {'{'})));
        int other = TestKafka.freePort();
        try (ConfigurableApplicationContext there = run(Map.of("server.port", Integer.toString(other)))) {
            for (int second = 0; second < 2; second++) {
                clock.advance(Duration.ofSeconds(2));
                there.getBean(Issuer.class).issue();
            }
            for (String feed : FEEDS) {
                HttpResponse<String> here = document(port, feed, "anew");
                assertThat(document(other, feed, "anew").body()).as(feed).isEqualTo(here.body());
                assertThat(document(other, feed, "anew").headers().firstValue("ETag"))
                        .as(feed)
                        .isEqualTo(here.headers().firstValue("ETag"));
            }
            assertThat(guids(port, "stories.json", "anew"))
                    .containsAll(before)
                    .contains("urn:parallax:story:" + late.item());
        }
    }

    private List<String> guids(int at, String feed, String source) throws Exception {
        return entries(at, feed, source).stream().map(Reader.Entry::guid).toList();
    }

    @Test
    void a_move_of_our_own_address_is_no_news() throws Exception {
        Newsroom newsroom = new Newsroom(new Random(1), "moved");
        for (int step = 0; step < 10; step++) {
            apply(newsroom.step(clock.instant()));
        }
        clock.advance(Duration.ofSeconds(2));
        issuer().issue();
        int moved = TestKafka.freePort();
        try (ConfigurableApplicationContext there = run(Map.of(
                "server.port", Integer.toString(moved),
                "parallax.publish.base-url", "https://new.example",
                "parallax.publish.permalink-base", "http://old.example"))) {
            assertThat(there.isRunning()).isTrue();
            for (String feed : FEEDS) {
                for (Reader reader : Reader.all()) {
                    reader.poll(entries(port, feed, "moved"));
                    Map<String, Integer> before = Map.copyOf(reader.shown());
                    reader.poll(entries(moved, feed, "moved"));
                    assertThat(reader.shown())
                            .as(feed + " by " + reader)
                            .isEqualTo(before)
                            .isNotEmpty();
                }
            }
        }
    }

    /** The database is lost: first comes what publish itself wrote down, then the streams, in some order, in small batches. */
    private void rebuild(Newsroom newsroom, Random chance) {
        service.getBean(JdbcClient.class)
                .sql("truncate article, story, story_member, feed_issue, feed_item, feed_log_position")
                .update();
        service.getBean(IssueLog.class).catchUp();
        List<Event> kept = newsroom.kept();
        for (int from = 0; from < kept.size(); from += 7) {
            apply(kept.subList(from, Math.min(from + 7, kept.size())));
            if (chance.nextBoolean()) {
                clock.advance(Duration.ofMillis(600));
                issuer().issue();
            }
        }
    }

    private void poll(String source, Map<String, List<Reader>> readers, Map<String, Map<String, Integer>> visible)
            throws Exception {
        for (String feed : FEEDS) {
            List<Reader.Entry> entries = entries(port, feed, source);
            readers.getOrDefault(feed, List.of()).forEach(reader -> reader.poll(entries));
            entries.forEach(entry ->
                    visible.computeIfAbsent(feed, any -> new HashMap<>()).put(entry.guid(), 1));
        }
    }

    private List<Reader.Entry> entries(int at, String feed, String source) throws Exception {
        String body = document(at, feed, source).body();
        List<Reader.Entry> entries = new ArrayList<>();
        if (feed.endsWith(".json")) {
            for (JsonNode item : JsonMapper.shared().readTree(body).path("items")) {
                entries.add(new Reader.Entry(
                        feed,
                        item.path("id").asString(),
                        item.path("url").asString(),
                        Instant.parse(item.path("date_published").asString())));
            }
        } else {
            new com.rometools.rome.io.SyndFeedInput()
                    .build(new StringReader(body))
                    .getEntries()
                    .forEach(entry -> entries.add(new Reader.Entry(
                            feed,
                            entry.getUri(),
                            entry.getLink(),
                            entry.getPublishedDate().toInstant())));
        }
        return entries;
    }

    private HttpResponse<String> document(int at, String feed, String source) throws Exception {
        URI uri = URI.create("http://localhost:" + at + "/feeds/" + feed + "?source=" + source);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As Kafka hands them over. */
    private void apply(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        List<byte[]> values = events.stream().map(EventJson::write).toList();
        Message<List<byte[]>> batch = MessageBuilder.withPayload(values)
                .setHeader(
                        KafkaHeaders.RECEIVED_TOPIC,
                        events.stream().map(Event::topic).toList())
                .setHeader(
                        KafkaHeaders.RECEIVED_PARTITION,
                        events.stream().map(event -> 0).toList())
                .setHeader(KafkaHeaders.OFFSET, events.stream().map(event -> 0L).toList())
                .setHeader(
                        KafkaHeaders.RECEIVED_KEY,
                        events.stream().map(event -> bytes(event.key())).toList())
                .setHeader(
                        KafkaHeaders.BATCH_CONVERTED_HEADERS,
                        events.stream()
                                .map(event -> Map.of("ce_type", bytes(event.eventType())))
                                .toList())
                .build();
        @SuppressWarnings("unchecked")
        Consumer<Message<List<byte[]>>> door = (Consumer<Message<List<byte[]>>>) service.getBean("projectStories");
        door.accept(batch);
    }

    private Issuer issuer() {
        return service.getBean(Issuer.class);
    }

    private ConfigurableApplicationContext run(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(others);
        return new SpringApplicationBuilder(PublishApplication.class, OwnTime.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("settableClock", clock))
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTime {

        @Bean
        @Primary
        Clock ownClock(SettableClock settableClock) {
            return settableClock;
        }
    }

    static final class SettableClock extends Clock {

        private volatile Instant now;

        SettableClock(Instant now) {
            this.now = now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
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
}
