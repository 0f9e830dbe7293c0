package parallax.enrich;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import parallax.events.ArticleEnriched;
import parallax.events.DocumentReceived;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.Topics;
import parallax.stream.EventJson;
import parallax.stream.Outgoing;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;

/** One instance of the service or several on a database of their own, and what they say. */
final class RunningEnrich implements BeforeEachCallback, AfterEachCallback {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private String database = "enrich_" + UUID.randomUUID().toString().replace("-", "");
    final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    final Map<String, Event> latest = new HashMap<>();
    final List<ConsumerRecord<String, byte[]>> dead = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrap(), "group.id", run, "auto.offset.reset", "latest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    void starts() {
        instances.add(instance());
    }

    void stops() {
        instances.remove(0).close();
    }

    /** Goes on with an empty one. */
    void losesItsDatabase() {
        stops();
        database = "enrich_" + UUID.randomUUID().toString().replace("-", "");
        starts();
    }

    String database() {
        return TestPostgres.url(database);
    }

    ConfigurableApplicationContext first() {
        return instances.get(0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        starts();
        consumer.subscribe(List.of(Topics.ARTICLES, Topics.STORIES, Topics.deadLetters(Topics.DOCUMENTS)));
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        consumer.assignment().forEach(consumer::position);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        instances.forEach(ConfigurableApplicationContext::close);
        producer.close();
        consumer.close();
    }

    /** What two articles share that are of one interview. */
    static String said(String season) {
        return IntStream.range(0, 40)
                .mapToObj(i ->
                        " and kept lamp%d through the %s of storm%d with keeper%d".formatted(i, season, 3 * i, 7 * i))
                .collect(joining());
    }

    /** The keys of this test's dead letters. */
    List<String> putAside() {
        return dead.stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(run))
                .toList();
    }

    void awaitTogether(String seed, String... seeds) {
        await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(() -> assertThat(
                        poll() ? together(seed) : Set.of())
                .isEqualTo(Set.of(seeds)));
    }

    void decide(EditorDecided.Verdict verdict, String story, List<String> documents, List<String> others) {
        send(new EditorDecided(
                UUID.randomUUID().toString(),
                Instant.now(),
                "an editor",
                verdict,
                story,
                documents.stream().map(this::id).toList(),
                others.stream().map(this::id).toList(),
                null));
    }

    /** The seeds of this test that stand in one story with {@code seed}. */
    Set<String> together(String seed) {
        return story(seed).members().stream()
                .map(StoryChanged.Member::documentId)
                .filter(id -> id.startsWith(run))
                .map(id -> id.substring(run.length() + 1))
                .collect(toSet());
    }

    private ConfigurableApplicationContext instance() {
        SpringApplication application = new SpringApplication(EnrichService.class);
        return application.run(
                "--server.port=0",
                "--management.server.port=0",
                "--parallax.kafka.bootstrap=" + TestKafka.bootstrap(),
                "--spring.datasource.url=" + TestPostgres.url(database),
                "--spring.cloud.stream.bindings.documents-in-0.group=" + run,
                "--spring.cloud.stream.kafka.bindings.documents-in-0.consumer.start-offset=earliest",
                "--spring.cloud.stream.bindings.decisions-in-0.group=" + run,
                "--spring.jmx.enabled=false");
    }

    /** Each test has documents of its own, though all share the topics. */
    DocumentReceived renamed(DocumentReceived seed) {
        return Seeds.document(id(seed.id()), seed.content(), seed.receivedAt());
    }

    String id(String seed) {
        return run + "-" + seed;
    }

    void send(Event event) {
        Outgoing outgoing = Outgoing.of(event, "ingest-service", Instant.now(), null);
        raw(event.topic(), outgoing.key(), outgoing.payload(), outgoing.headers());
    }

    /** Those that are sent so come in this order, whatever their ids. */
    void sendInOrder(DocumentReceived document) {
        Outgoing outgoing = Outgoing.of(document, "ingest-service", Instant.now(), null);
        raw(document.topic(), 0, outgoing.key(), outgoing.payload(), outgoing.headers());
    }

    void raw(String topic, String key, byte[] value, Map<String, String> headers) {
        raw(topic, null, key, value, headers);
    }

    void raw(String topic, @Nullable Integer partition, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            if (record.topic().equals(Topics.deadLetters(Topics.DOCUMENTS))) {
                dead.add(record);
            } else {
                Event event = EventJson.read(record.value(), Event.TYPES.get(header(record, "ce_type")));
                latest.put(record.key(), event);
            }
        });
        return true;
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    void awaitArticle(String seed) {
        await().atMost(PATIENCE).until(() -> poll() && latest.containsKey(id(seed)));
    }

    void awaitTheTwoInterviews() {
        Set<Set<String>> wanted = Set.of(Set.of("000", "004"), Set.of("001", "002", "003"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            poll();
            Set<Set<String>> found = new java.util.HashSet<>();
            for (StoryChanged story : mine()) {
                NavigableSet<String> members = new TreeSet<>();
                story.members().stream()
                        .map(StoryChanged.Member::documentId)
                        .filter(id -> id.startsWith(run)) // the copies that other tests sent are in the same stories
                        .forEach(id -> members.add(id.substring(run.length() + 1)));
                found.add(members);
            }
            assertThat(found).isEqualTo(wanted);
        });
    }

    List<StoryChanged> mine() {
        return latest.values().stream()
                .filter(StoryChanged.class::isInstance)
                .map(StoryChanged.class::cast)
                .filter(story -> story.members().stream()
                        .anyMatch(member -> member.documentId().matches(run + "-00\\d")))
                .toList();
    }

    StoryChanged story(String seed) {
        return mine().stream()
                .filter(story -> story.members().stream()
                        .anyMatch(member -> member.documentId().equals(id(seed))))
                .findFirst()
                .orElseThrow();
    }

    ArticleEnriched article(String seed) {
        return (ArticleEnriched) latest.get(id(seed));
    }
}
