package parallax.ingest.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parallax.events.DocumentReceived;
import parallax.events.Event;
import parallax.ingest.identity.NewDocument;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

    @Test
    void the_same_id_twice_keeps_order_and_meaning() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> statuses = List.of(
                ledger.receive(document("1")).status(),
                ledger.receive(document("1")).status(),
                ledger.receive(document("2")).status(),
                ledger.receive(document("1")).status());
        assertThat(statuses).containsExactly("accepted", "unchanged", "accepted", "accepted");
        assertThat(ledger.events()).map(LedgerTest::revision).containsExactly("1", "2", "1");
        assertThat(ledger.changed()).extracting(DocumentRow::revision).containsExactly("1");
    }

    @Test
    void time_moves_on_even_if_the_clock_does_not() {
        Instant later = NOW.plusSeconds(60);
        DocumentRow before =
                new DocumentRow("id", "0", "test", Instant.parse("2026-01-01T00:01:00Z"), false, null, List.of());
        assertThat(before.receivedAt()).isBefore(later);
        Ledger ledger = new Ledger(Map.of("id", before), Clock.fixed(NOW, ZoneOffset.UTC));
        ledger.receive(document("1"));
        ledger.receive(document("2"));
        assertThat(ledger.events())
                .map(event -> ((DocumentReceived) event).receivedAt())
                .containsExactly(
                        Instant.parse("2026-01-01T00:01:00.000001Z"), Instant.parse("2026-01-01T00:01:00.000002Z"));
    }

    @Test
    void a_withdrawn_document_is_new_again() {
        DocumentRow gone = new DocumentRow("id", "1", "test", Instant.EPOCH, true, null, List.of());
        Ledger ledger = new Ledger(Map.of("id", gone), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(ledger.receive(document("1")).status()).isEqualTo("accepted");
        assertThat(ledger.changed()).extracting(DocumentRow::withdrawn).containsExactly(false);
    }

    private static String revision(Event event) {
        return ((DocumentReceived) event).revision();
    }

    private static NewDocument document(String revision) {
        return Documents.text("id", revision);
    }
}
