package parallax.ingest.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parallax.events.Topics;
import parallax.ingest.IngestTest;
import parallax.ingest.RawTopic;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.refusal.TryLater;
import parallax.testing.TestKafka;

/** A broker that refuses: nothing is recorded, and the same document again is new. */
@IngestTest
class NotAcknowledgedIT {

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DOCUMENTS);

    @Autowired
    DocumentAcceptor acceptor;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_kafka_does_not_acknowledge_is_not_recorded() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrap()));
                RawTopic topic = new RawTopic()) {
            limit(admin, AlterConfigOp.OpType.SET);
            try {
                assertThatThrownBy(this::acceptUntilRefused)
                        .isInstanceOf(TryLater.class)
                        .hasMessageContaining("Kafka");
            } finally {
                limit(admin, AlterConfigOp.OpType.DELETE);
            }
            assertThat(jdbc.sql("select count(*) from document where id = 'refused'")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(topic.news()).noneMatch(record -> record.key().equals("refused"));
            assertThat(acceptEventually().status()).isEqualTo("accepted");
        }
    }

    /** The broker takes up a new setting a moment after it has confirmed it. */
    private void acceptUntilRefused() {
        for (int i = 0; i < 1000; i++) {
            acceptor.accept(List.of(document("probe-" + i)), null);
            if (i > 0) {
                jdbc.sql("select 1").query(Integer.class).single();
            }
        }
    }

    private Acceptance acceptEventually() {
        for (int i = 0; i < 1000; i++) {
            try {
                return acceptor.accept(List.of(document("refused")), null).get(0);
            } catch (TryLater e) {
                assertThat(e.kind()).isEqualTo("not-recorded");
            }
        }
        throw new AssertionError("the broker never recovered");
    }

    private static void limit(Admin admin, AlterConfigOp.OpType operation) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        TOPIC, List.of(new AlterConfigOp(new ConfigEntry("max.message.bytes", "10"), operation))))
                .all()
                .get();
    }

    private static NewDocument document(String id) {
        return Documents.text(id, "0".repeat(64));
    }
}
