package parallax.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.events.Topics;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.testing.TestKafka;

/** Requests that come again, and those that come when there is no room. */
@IngestTest
class RepeatIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_same_key_gives_the_same_answer_and_is_done_once() {
        String key = UUID.randomUUID().toString();
        try (RawTopic topic = new RawTopic()) {
            Client.Answer first = post("\"" + key + "\"", key, "text");
            Client.Answer again = post(key, key, "text");
            assertThat(first.status()).isEqualTo(202);
            assertThat(first.text("status")).isEqualTo("accepted");
            assertThat(again.status()).isEqualTo(202);
            assertThat(again.body()).isEqualTo(first.body()); // not "unchanged"
            assertThat(topic.news()).hasSize(1);
        }
        Client.Answer other = post(key, key, "other text");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("type")).endsWith("idempotency-key-reused");
        assertThat(post(UUID.randomUUID().toString(), key, "text").text("status"))
                .isEqualTo("unchanged");
    }

    @Test
    void a_refused_request_may_be_mended_under_its_key() {
        String key = UUID.randomUUID().toString();
        assertThat(post(key, key, "---\na: [\n---\n").status()).isEqualTo(422);
        assertThat(post(key, key, "---\na: []\n---\nText").text("status")).isEqualTo("accepted");
        assertThat(post("\"", key, "x").text("type")).endsWith("idempotency-key-invalid");
        assertThat(post("k".repeat(256), key, "x").status()).isEqualTo(400);
        Client client = new Client(port);
        Client.Answer lines = client.send(client.request("")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(lines.text("type")).endsWith("idempotency-key-with-lines");
    }

    @Test
    void a_key_in_use_conflicts_until_its_owner_is_taken_for_dead() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            Future<?> holder = other.submit(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(key)
                        .query()
                        .listOfRows();
                held.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            held.await();
            ExecutorService first = Executors.newSingleThreadExecutor();
            Future<Client.Answer> waiting = first.submit(() -> post(key, key, "text"));
            Client.Answer conflict = await().until(() -> post(key, key, "text"), answer -> answer.status() == 409);
            assertThat(conflict.text("type")).endsWith("idempotency-key-in-progress");
            done.countDown();
            holder.get();
            assertThat(waiting.get().text("status")).isEqualTo("accepted");
            first.shutdown();
        } finally {
            done.countDown();
            other.shutdown();
        }
        jdbc.sql("update answer set answer = null, claimed_at = now() - interval '3 minutes'")
                .update();
        assertThat(post(key, key, "text").text("status")).isEqualTo("unchanged");
    }

    @Test
    void when_the_reader_is_far_behind_pushes_are_sent_away_and_none_is_lost() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()))) {
            for (int i = 0; i < 60; i++) {
                post(null, "lag-" + i, "text");
            }
            commit(admin, 0);
            await().until(() -> post(null, "lag-wait", "text").status() == 429);
            Client.Answer busy = post(null, "lag", "text");
            assertThat(busy.status()).isEqualTo(429);
            assertThat(busy.text("type")).endsWith("too-busy");
            assertThat(busy.text("detail")).contains("max-lag");
            assertThat(busy.response().headers().firstValue("Retry-After")).hasValue("5");
            assertThat(jdbc.sql("select count(*) from document where id = 'lag'")
                            .query(Long.class)
                            .single())
                    .isZero();
            commit(admin, Long.MAX_VALUE);
            await().until(() -> post(null, "lag", "text").status() == 202);
            admin.deleteConsumerGroups(List.of("enrich")).all().get();
        }
    }

    /** The reader stands so far, or at the end. */
    private static void commit(Admin admin, long offset) throws Exception {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(List.of(Topics.DOCUMENTS))
                .allTopicNames()
                .get()
                .get(Topics.DOCUMENTS)
                .partitions()
                .forEach(partition ->
                        ends.put(new TopicPartition(Topics.DOCUMENTS, partition.partition()), OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach(
                        (partition, end) -> read.put(partition, new OffsetAndMetadata(Math.min(offset, end.offset()))));
        admin.alterConsumerGroupOffsets("enrich", read).all().get();
    }

    private Client.Answer post(String key, String id, String text) {
        Client client = new Client(port);
        HttpRequest.Builder request = client.request("source=test&id=" + id)
                .header("Content-Type", "text/markdown")
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(text.getBytes(UTF_8)));
        return client.send(key == null ? request : request.header("Idempotency-Key", key));
    }
}
