package parallax.enrich;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import parallax.events.ArticleEnriched;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.events.Topics;
import parallax.stream.DeadLetters;
import parallax.stream.EventJson;
import parallax.stream.Outgoing;
import parallax.testing.TestKafka;
import parallax.testing.TestPostgres;

/** The service as it runs: documents in at one end of a real broker, articles and stories out at the other. */
class EnrichIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private String database = "enrich_" + UUID.randomUUID().toString().replace("-", "");
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final Map<String, Event> latest = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> dead = new ArrayList<>();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrap()), new StringSerializer(), new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrap(), "group.id", run, "auto.offset.reset", "latest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());

    @BeforeEach
    void start() {
        instances.add(instance());
        consumer.subscribe(List.of(Topics.ARTICLES, Topics.STORIES, Topics.deadLetters(Topics.DOCUMENTS)));
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(100));
            return !consumer.assignment().isEmpty();
        });
        consumer.assignment().forEach(consumer::position);
    }

    @AfterEach
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
        producer.close();
        consumer.close();
    }

    @Test
    void the_seeds_become_two_stories_also_when_the_service_is_restarted_between_them() {
        for (DocumentReceived seed : Seeds.all()) {
            send(renamed(seed));
            awaitArticle(seed.id());
            instances.remove(0).close();
            instances.add(instance());
        }
        awaitTheTwoInterviews();
        ArticleEnriched draft = (ArticleEnriched) latest.get(id("000"));
        assertThat(draft.draft()).isTrue();
        assertThat(draft.entities()).extracting(ArticleEnriched.Entity::id).contains("elon-musk", "tesla");
        assertThat(draft.topics()).isNotEmpty();
    }

    @Test
    void two_instances_give_the_same_stories_as_one() {
        instances.add(instance());
        Seeds.all().forEach(seed -> send(renamed(seed)));
        awaitTheTwoInterviews();
    }

    @Test
    void a_repeat_says_nothing_and_an_older_revision_changes_nothing() {
        // About a guest of whom no other test speaks: articles about one guest weigh each other's words.
        DocumentReceived first = Seeds.document(
                id("003"), "# Interview with Ada Quill%s\n\nAda Quill%s said so.".formatted(run, run), Instant.now());
        send(first);
        awaitArticle("003");
        DocumentReceived corrected = new DocumentReceived(
                first.id(),
                "r2",
                "seeds",
                null,
                "text/markdown",
                first.content() + "\n更正。",
                first.rights(),
                first.receivedAt().plusSeconds(60));
        send(corrected);
        await().atMost(PATIENCE)
                .until(() -> poll()
                        && latest.get(id("003")) instanceof ArticleEnriched article
                        && article.revision().equals("r2"));
        StoryChanged before = story("003");
        send(first);
        send(corrected);
        send(Seeds.document(id("004"), "# Quarterly figures", Instant.now()));
        awaitArticle("004");
        assertThat(article("003").revision()).isEqualTo("r2");
        assertThat(story("003")).isEqualTo(before);
    }

    @Test
    void poison_is_put_aside_alone_with_its_reason() {
        List<DocumentReceived> good = Seeds.all().stream().map(this::renamed).toList();
        send(good.get(0));
        raw(
                Topics.DOCUMENTS,
                "poison-" + run,
                new byte[] {(byte) 0xfe, 0x00},
                Map.of("ce_type", DocumentReceived.TYPE));
        send(good.get(1));
        raw(Topics.DOCUMENTS, "untyped-" + run, "{}".getBytes(StandardCharsets.UTF_8), Map.of());
        send(Seeds.document("bad-header-" + run, "---\ntitle: [unclosed\n---\ntext", Instant.now()));
        good.subList(2, 5).forEach(this::send);
        awaitTheTwoInterviews();
        await().atMost(PATIENCE).until(() -> poll() && dead.size() >= 3);
        Map<String, String> reasons = dead.stream()
                .collect(toMap(ConsumerRecord::key, record -> header(record, DeadLetters.REASON), (a, b) -> a));
        assertThat(reasons.get("poison-" + run)).contains("no DocumentReceived");
        assertThat(reasons.get("untyped-" + run)).contains("no ce_type");
        assertThat(reasons.get("bad-header-" + run)).contains("front matter is no YAML");
        ConsumerRecord<String, byte[]> letter = dead.stream()
                .filter(record -> record.key().equals("poison-" + run))
                .findFirst()
                .orElseThrow();
        assertThat(letter.value()).containsExactly(0xfe, 0x00);
        assertThat(header(letter, "ce_type")).isEqualTo(DocumentReceived.TYPE);
        assertThat(header(letter, DeadLetters.SERVICE)).isEqualTo("enrich-service");
    }

    @Test
    void a_record_that_a_fault_of_ours_keeps_from_being_matched_is_put_aside_and_the_rest_goes_on() {
        String said = said("summer");
        send(Seeds.document(
                id("001"),
                "# Interview with Cleo Marsh%s\n\nCleo Marsh%s sat down%s".formatted(run, run, said),
                Instant.now()));
        awaitArticle("001");
        instances
                .get(0)
                .getBean(JdbcClient.class)
                .sql("update article set facts = 'broken', fingerprint = 'broken' where document_id = :id")
                .param("id", id("001"))
                .update();
        send(Seeds.document(
                id("002"),
                "# Cleo Marsh%s interview\n\nCleo Marsh%s sat down%s".formatted(run, run, said),
                Instant.now()));
        send(Seeds.document(
                id("003"), "# Interview with Dov Lund%s\n\nDov Lund%s sails.".formatted(run, run), Instant.now()));
        awaitArticle("003");
        await().atMost(PATIENCE)
                .until(() ->
                        poll() && dead.stream().anyMatch(letter -> letter.key().startsWith(run)));
        List<ConsumerRecord<String, byte[]>> mine =
                dead.stream().filter(letter -> letter.key().startsWith(run)).toList();
        assertThat(mine).extracting(ConsumerRecord::key).containsExactly(id("002"));
        assertThat(header(mine.get(0), DeadLetters.REASON)).contains("StreamReadException", "parallax.enrich.store.");
        assertThat(header(mine.get(0), DeadLetters.ATTEMPT)).isEqualTo("3");
    }

    /** What two articles share that are of one interview. */
    private static String said(String season) {
        return IntStream.range(0, 40)
                .mapToObj(i ->
                        " and kept lamp%d through the %s of storm%d with keeper%d".formatted(i, season, 3 * i, 7 * i))
                .collect(joining());
    }

    @Test
    void an_emptied_database_is_restored_from_kafka_with_the_same_stories_and_ids() {
        Seeds.all().forEach(seed -> send(renamed(seed)));
        awaitTheTwoInterviews();
        String summit = story("000").storyId();
        StoryChanged before = story("003");
        instances.remove(0).close();
        database = "enrich_" + UUID.randomUUID().toString().replace("-", "");
        instances.add(instance());
        DocumentReceived third = renamed(Seeds.seed("003"));
        send(new DocumentReceived(
                third.id(),
                "r2",
                "seeds",
                null,
                "text/markdown",
                third.content() + "\n更正。",
                third.rights(),
                third.receivedAt().plusSeconds(60)));
        await().atMost(PATIENCE)
                .until(() -> poll()
                        && latest.get(id("003")) instanceof ArticleEnriched article
                        && article.revision().equals("r2"));
        await().atMost(PATIENCE).until(() -> poll() && story("003").version() > before.version());
        assertThat(story("003").storyId()).isEqualTo(before.storyId());
        assertThat(story("003").members())
                .extracting(StoryChanged.Member::documentId)
                .containsAll(before.members().stream()
                        .map(StoryChanged.Member::documentId)
                        .toList());
        assertThat(story("000").storyId()).isEqualTo(summit);
    }

    @Test
    void what_fails_while_a_database_is_restored_is_put_aside_once_and_the_rest_is_as_it_was() {
        String said = said("autumn");
        Stream.of("001", "002", "003")
                .forEach(seed -> sendInOrder(Seeds.document(
                        id(seed),
                        "# Interview with Eve Pond%s\n\nEve Pond%s sat down%s".formatted(run, run, said),
                        Instant.now())));
        sendInOrder(Seeds.document(id("004"), "# Fay Holt%s\n\nFay Holt%s rows.".formatted(run, run), Instant.now()));
        raw(Topics.DOCUMENTS, id("poison"), new byte[] {(byte) 0xfe}, Map.of("ce_type", DocumentReceived.TYPE));
        awaitTogether("001", "001", "002", "003");
        awaitTogether("004", "004");
        await().atMost(PATIENCE).until(() -> poll() && putAside().contains(id("poison")));
        String story = story("001").storyId();
        for (int loss = 1; loss <= 2; loss++) {
            instances.remove(0).close();
            JdbcClient jdbc =
                    JdbcClient.create(new DriverManagerDataSource(TestPostgres.url(database), "postgres", ""));
            jdbc.sql("truncate article, article_key, story, link, told, outbox").update();
            if (loss == 1) { // as a fault of a later release would: one document cannot be stored, one not be compared
                refuse(jdbc, "article", id("004"));
                refuse(jdbc, "link", id("003"));
            }
            instances.add(instance());
            awaitTogether("001", "001", "002");
            assertThat(story("001").storyId()).isEqualTo(story);
            String next = "01" + loss;
            send(Seeds.document(id(next), "# Gil Rowe%s bakes\n\nBread.".formatted(next + run), Instant.now()));
            awaitArticle(next);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(poll() ? putAside() : List.of())
                    .containsExactlyInAnyOrder(id("poison"), id("003"), id("004")));
        }
    }

    private static void refuse(JdbcClient jdbc, String table, String document) {
        jdbc.sql("""
                create function refuse_%1$s() returns trigger language plpgsql as $$ begin
                    if cast(new as text) like '%%%2$s%%' then raise exception 'a fault of ours'; end if;
                    return new;
                end $$;
                create trigger refuse before insert on %1$s for each row execute function refuse_%1$s();
                """.formatted(table, document)).update();
    }

    /** The keys of this test's dead letters. */
    private List<String> putAside() {
        return dead.stream()
                .map(ConsumerRecord::key)
                .filter(key -> key.startsWith(run))
                .toList();
    }

    @Test
    void an_editors_word_regroups_and_outlives_an_emptied_database() {
        // About guests of whom no other test speaks: all tests read all decisions.
        String said = said("winter");
        // Of what is shown, not of what belongs together: nothing for enrich, and nothing that stops it.
        decide(EditorDecided.Verdict.HOLD, null, List.of("001"), List.of());
        send(Seeds.document(
                id("001"),
                "# Interview with Ada Quill%s\n\nAda Quill%s sat down%s".formatted(run, run, said),
                Instant.now()));
        send(Seeds.document(
                id("002"),
                "# Ada Quill%s interview\n\nAda Quill%s sat down%s".formatted(run, run, said),
                Instant.now()));
        send(Seeds.document(
                id("003"),
                "# Interview with Ben Tarn%s\n\nBen Tarn%s grows pears.".formatted(run, run),
                Instant.now()));
        awaitTogether("001", "001", "002");
        String first = story("001").storyId();
        decide(EditorDecided.Verdict.SPLIT, first, List.of("002"), List.of("001"));
        awaitTogether("002", "002");
        String second = story("002").storyId();
        assertThat(Set.of(first, second)).contains(story("001").storyId());
        assertThat(Stream.of("001", "002").map(seed -> story(seed).splitFrom())).contains(first);
        decide(EditorDecided.Verdict.MERGE, first, List.of("001"), List.of("003"));
        awaitTogether("003", "001", "003");
        String merged = story("001").storyId();
        instances.remove(0).close();
        database = "enrich_" + UUID.randomUUID().toString().replace("-", "");
        instances.add(instance());
        decide(EditorDecided.Verdict.SAME, null, List.of("001"), List.of("002"));
        awaitTogether("001", "001", "002", "003");
        assertThat(story("001").storyId()).isIn(first, second, merged);
    }

    private void awaitTogether(String seed, String... seeds) {
        await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(() -> assertThat(
                        poll() ? together(seed) : Set.of())
                .isEqualTo(Set.of(seeds)));
    }

    private void decide(EditorDecided.Verdict verdict, String story, List<String> documents, List<String> others) {
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
    private Set<String> together(String seed) {
        return story(seed).members().stream()
                .map(StoryChanged.Member::documentId)
                .filter(id -> id.startsWith(run))
                .map(id -> id.substring(run.length() + 1))
                .collect(toSet());
    }

    @Test
    void a_takedown_empties_the_story() {
        DocumentReceived document = Seeds.document(id("007"), "# Quarterly figures\n\nRevenue grew.", Instant.now());
        send(document);
        awaitArticle("007");
        await().atMost(PATIENCE).until(() -> poll() && !mine().isEmpty());
        String story = story("007").storyId();
        send(new DocumentWithdrawn(document.id(), document.receivedAt().plusSeconds(1)));
        await().atMost(PATIENCE).until(() -> poll() && latest.get(story) instanceof StoryRemoved);
        assertThat(((StoryRemoved) latest.get(story)).mergedInto()).isNull();
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
    private DocumentReceived renamed(DocumentReceived seed) {
        return Seeds.document(id(seed.id()), seed.content(), seed.receivedAt());
    }

    private String id(String seed) {
        return run + "-" + seed;
    }

    private void send(Event event) {
        Outgoing outgoing = Outgoing.of(event, "ingest-service", Instant.now(), null);
        raw(event.topic(), outgoing.key(), outgoing.payload(), outgoing.headers());
    }

    /** Those that are sent so come in this order, whatever their ids. */
    private void sendInOrder(DocumentReceived document) {
        Outgoing outgoing = Outgoing.of(document, "ingest-service", Instant.now(), null);
        raw(document.topic(), 0, outgoing.key(), outgoing.payload(), outgoing.headers());
    }

    private void raw(String topic, String key, byte[] value, Map<String, String> headers) {
        raw(topic, null, key, value, headers);
    }

    private void raw(String topic, @Nullable Integer partition, String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean poll() {
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

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void awaitArticle(String seed) {
        await().atMost(PATIENCE).until(() -> poll() && latest.containsKey(id(seed)));
    }

    private void awaitTheTwoInterviews() {
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

    private List<StoryChanged> mine() {
        return latest.values().stream()
                .filter(StoryChanged.class::isInstance)
                .map(StoryChanged.class::cast)
                .filter(story -> story.members().stream()
                        .anyMatch(member -> member.documentId().matches(run + "-00\\d")))
                .toList();
    }

    private StoryChanged story(String seed) {
        return mine().stream()
                .filter(story -> story.members().stream()
                        .anyMatch(member -> member.documentId().equals(id(seed))))
                .findFirst()
                .orElseThrow();
    }

    private ArticleEnriched article(String seed) {
        return (ArticleEnriched) latest.get(id(seed));
    }
}
