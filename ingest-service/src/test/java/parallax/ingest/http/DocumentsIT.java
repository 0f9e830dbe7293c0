package parallax.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import tools.jackson.databind.JsonNode;

/** What is accepted, and what then stands on the topic. */
@IngestTest
class DocumentsIT {

    private static final String HELLO = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

    @LocalServerPort
    int port;

    Client client;
    RawTopic topic;

    @BeforeEach
    void open() {
        client = new Client(port);
        topic = new RawTopic();
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void a_new_document_is_accepted_and_emitted_with_its_envelope() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Client.Answer answer = client.send(client.request("source=test&id=envelope&url=https://example.org/%E4%B8%AD")
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("Authorization", "Bearer " + IngestTest.TOKEN)
                .header("traceparent", trace)
                .POST(HttpRequest.BodyPublishers.ofString("Hello")));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.response().body())
                .isEqualTo("{\"id\":\"envelope\",\"revision\":\"" + HELLO + "\",\"status\":\"accepted\"}");

        ConsumerRecord<String, byte[]> record = only(topic.news());
        assertThat(record.key()).isEqualTo("envelope");
        assertThat(RawTopic.type(record)).isEqualTo(DocumentReceived.TYPE);
        assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8))
                .isEqualTo(trace);
        JsonNode event = Client.JSON.readTree(record.value());
        assertThat(event.get("content").asString()).isEqualTo("Hello");
        assertThat(event.get("contentType").asString()).isEqualTo("text/plain");
        assertThat(event.get("source").asString()).isEqualTo("test");
        assertThat(event.get("url").asString()).isEqualTo("https://example.org/中");
        assertThat(event.get("rights").asString()).isEqualTo("full");
        assertThat(event.get("revision").asString()).isEqualTo(HELLO);
    }

    @Test
    void the_same_text_again_is_unchanged_and_a_new_text_a_new_revision() {
        assertThat(client.markdown("again", "one").text("status")).isEqualTo("accepted");
        assertThat(client.markdown("again", "one").text("status")).isEqualTo("unchanged");
        assertThat(client.markdown("again", "two").text("status")).isEqualTo("accepted");
        assertThat(client.markdown("again", "one").text("status")).isEqualTo("accepted");

        List<String> contents = topic.news().stream()
                .map(record ->
                        Client.JSON.readTree(record.value()).get("content").asString())
                .toList();
        assertThat(contents).containsExactly("one", "two", "one");
    }

    @Test
    void ids_come_from_the_url_or_else_from_the_text() {
        byte[] text = "text".getBytes(UTF_8);
        String first = client.post("text/html", "source=a&url=https://Example.org/p?utm_source=x", text)
                .text("id");
        String second = client.post("text/html", "source=a&url=https://example.org:443/p", "other".getBytes(UTF_8))
                .text("id");
        assertThat(first).isEqualTo(second).matches("url-[0-9a-f]{32}");
        byte[] page = "<link rel=canonical href='https://example.org/p'><p>Page.".getBytes(UTF_8);
        assertThat(client.post("text/html", "source=a&url=https://m.example.org/print/p", page)
                        .text("id"))
                .isEqualTo(first);
        assertThat(client.post("text/html", "source=a", page).text("id")).isEqualTo(first);
        assertThat(client.post("text/html", "source=a&url=https://example.com/p", page)
                        .text("id"))
                .isNotEqualTo(first);
        String third = client.post("text/plain", "source=a", text).text("id");
        String fourth = client.post("text/plain", "source=b", text).text("id");
        assertThat(third).matches("sha-[0-9a-f]{32}").isNotEqualTo(fourth);
    }

    @Test
    void json_is_read_with_and_without_what_is_optional() {
        Client.Answer answer = client.json(
                "{\"source\":\"test\",\"id\":\"json-1\",\"contentType\":\"text/html\",\"content\":\"<p>中\\ud83d\\ude00\",\"later\":[{}]}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(client.json("{\"source\":\"test\",\"content\":\"just text\"}")
                        .status())
                .isEqualTo(202);
        assertThat(topic.news()).hasSize(2);
    }

    @Test
    void a_withdrawn_document_vanishes_and_may_come_back() {
        client.markdown("gone", "text");
        Client.Answer withdrawn = client.delete("gone");
        assertThat(withdrawn.status()).isEqualTo(202);
        assertThat(withdrawn.response().body()).isEqualTo("{\"id\":\"gone\",\"status\":\"withdrawn\"}");
        Client.Answer again = client.delete("gone");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo("{\"id\":\"gone\",\"status\":\"withdrawn\"}");
        assertThat(client.markdown("gone", "text").text("status")).isEqualTo("accepted");

        List<ConsumerRecord<String, byte[]>> records = topic.news();
        assertThat(records)
                .extracting(RawTopic::type)
                .containsExactly(DocumentReceived.TYPE, DocumentWithdrawn.TYPE, DocumentReceived.TYPE);
        assertThat(new String(records.get(1).value(), UTF_8)).doesNotContain("text");
        List<String> times = records.stream()
                .map(record -> Client.JSON.readTree(record.value()))
                .map(event -> event.path("receivedAt")
                        .asString(event.path("withdrawnAt").asString("")))
                .toList();
        assertThat(times).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_unknown_document_cannot_be_withdrawn() {
        Client.Answer answer = client.delete("never-seen");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("type")).isEqualTo("urn:parallax:problem:unknown-document");
        assertThat(topic.news()).isEmpty();
    }

    @Test
    void of_many_at_once_exactly_one_is_new() throws Exception {
        int senders = 8;
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                calls.add(() -> client.markdown("raced", "the same text").text("status"));
            }
            List<String> statuses = new ArrayList<>();
            for (Future<String> call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
            assertThat(statuses).containsOnlyOnce("accepted").hasSize(senders);
            assertThat(statuses.stream().filter("unchanged"::equals)).hasSize(senders - 1);
            assertThat(topic.news()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static ConsumerRecord<String, byte[]> only(List<ConsumerRecord<String, byte[]>> records) {
        assertThat(records).hasSize(1);
        return records.get(0);
    }
}
