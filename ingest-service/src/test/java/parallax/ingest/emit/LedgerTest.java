package parallax.ingest.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parallax.events.DocumentReceived;
import parallax.events.Event;
import parallax.events.FieldChange;
import parallax.events.Provenance;
import parallax.events.Rights;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;

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
        DocumentRow before = new DocumentRow(
                "id", "0", "test", Instant.parse("2026-01-01T00:01:00Z"), false, null, Map.of(), List.of());
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
        DocumentRow gone = new DocumentRow("id", "1", "test", Instant.EPOCH, true, null, Map.of(), List.of());
        Ledger ledger = new Ledger(Map.of("id", gone), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(ledger.receive(document("1")).status()).isEqualTo("accepted");
        assertThat(ledger.changed()).extracting(DocumentRow::withdrawn).containsExactly(false);
    }

    @Test
    void another_source_that_says_the_same_is_named_beside_the_first() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        ledger.receive(Documents.of("id", "1", "a", "feed", "text"));
        assertThat(ledger.receive(Documents.of("id", "1", "b", "feed", "text")).status())
                .isEqualTo("unchanged");
        assertThat(ledger.receive(Documents.of("id", "1", "b", "feed", "text")).status())
                .isEqualTo("unchanged");
        assertThat(ledger.events()).hasSize(2);
        DocumentReceived second = (DocumentReceived) ledger.events().get(1);
        assertThat(second.source()).isEqualTo("a");
        assertThat(second.provenance()).extracting(Provenance::source).containsExactly("a", "b");
        assertThat(second.receivedAt())
                .isAfter(((DocumentReceived) ledger.events().get(0)).receivedAt());
    }

    @Test
    void what_a_source_says_of_all_it_sends_is_told_again_when_it_changes_and_is_its_own() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        Inherited machine = new Inherited(List.of("asr"), "en", "Ann", null);
        ledger.receive(Documents.of("id", "1", "a", "folder", "text"));
        assertThat(ledger.receive(Documents.of("id", "1", "a", "folder", "text", machine))
                        .status())
                .isEqualTo("unchanged");
        ledger.receive(Documents.of("id", "1", "a", "folder", "text", machine));
        ledger.receive(Documents.of("id", "1", "b", "feed", "text"));
        assertThat(ledger.events())
                .map(event -> (DocumentReceived) event)
                .satisfiesExactly(
                        first -> assertThat(first.labels()).isEmpty(),
                        changed -> assertThat(changed)
                                .extracting(
                                        DocumentReceived::labels, DocumentReceived::language, DocumentReceived::author)
                                .containsExactly(List.of("asr"), "en", "Ann"),
                        confirmed -> {
                            assertThat(confirmed.labels()).containsExactly("asr");
                            assertThat(confirmed.provenance())
                                    .extracting(Provenance::source)
                                    .containsExactly("a", "b");
                        });
    }

    @Test
    void what_was_said_last_is_told_again_under_what_its_source_says_now() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        Inherited old = new Inherited(List.of(), null, null, "all rights reserved");
        ledger.receive(licensed("plain", old, "all rights reserved"));
        ledger.receive(licensed("own", old, "CC BY 4.0"));
        Inherited now = new Inherited(List.of("asr"), "en", "Ann", "CC0");
        Origin origin = new Origin("a", "retold", NOW, Rights.LINK, "CC0", null, now);
        List<DocumentReceived> said = received(ledger);
        said.forEach(event -> assertThat(retell(ledger, event, origin)).isTrue());
        said.forEach(event ->
                assertThat(retell(ledger, event, origin)).as("said since").isFalse());
        List<DocumentReceived> again = received(ledger).subList(2, 4);
        again.forEach(
                event -> assertThat(retell(ledger, event, origin)).as("known").isFalse());
        assertThat(again).extracting(DocumentReceived::licence).containsExactly("CC0", "CC BY 4.0");
        assertThat(again).allSatisfy(event -> {
            assertThat(event.rights()).isEqualTo(Rights.LINK);
            assertThat(event.provenance()).extracting(Provenance::how).containsExactly("feed");
            assertThat(event.labels()).containsExactly("asr");
            assertThat(event.author()).isEqualTo("Ann");
            assertThat(event.previous()).isNull();
        });
        ledger.withdraw(ledger.row("own"));
        assertThat(retell(ledger, again.get(1), origin)).isFalse();
    }

    @Test
    void the_second_source_of_a_document_is_told_again_whole_and_the_text_stays_the_firsts() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        for (String id : List.of("plain", "own")) {
            ledger.receive(Documents.of(id, "1", "a", "feed", "text"));
            ledger.receive(of("b", id, "1", Rights.FULL, "all rights reserved", id.equals("own") ? "CC BY 4.0" : null));
        }
        ledger.receive(Documents.of("other words", "1", "a", "feed", "text"));
        ledger.receive(of("b", "other words", "2", Rights.FULL, "all rights reserved", null));
        Origin now = of("b", "any", "1", Rights.LINK, "CC0", null).origin();
        List<DocumentReceived> said = List.of(last(ledger, "plain"), last(ledger, "own"), last(ledger, "other words"));
        said.forEach(event -> assertThat(retell(ledger, event, now)).isTrue());
        assertThat(List.of("plain", "own", "other words"))
                .map(id -> last(ledger, id))
                .allSatisfy(event -> {
                    assertThat(event.source()).isEqualTo("a");
                    assertThat(event.rights()).isEqualTo(Rights.FULL);
                    assertThat(event.licence()).isNull();
                    assertThat(event.provenance().get(1).rights()).isEqualTo(Rights.LINK);
                })
                .map(event -> event.provenance().get(1).licence())
                .containsExactly("CC0", "CC BY 4.0", "CC0");
        assertThat(retell(ledger, last(ledger, "plain"), now)).as("known").isFalse();
    }

    @Test
    void a_feed_whose_address_turned_private_is_no_longer_named() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        Origin open =
                new Origin("a", "feed", NOW, Rights.FULL, null, "https://example.org/feed.xml", Inherited.NOTHING);
        ledger.receive(new NewDocument("id", "1", null, ContentType.HTML, "text", open));
        assertThat(last(ledger, "id").provenance().get(0).feed()).isEqualTo("https://example.org/feed.xml");
        Origin hidden = new Origin("a", "retold", NOW, Rights.FULL, null, null, Inherited.NOTHING);
        assertThat(retell(ledger, last(ledger, "id"), hidden)).isTrue();
        assertThat(last(ledger, "id").provenance().get(0).feed()).isNull();
    }

    private static NewDocument of(
            String source, String id, String revision, Rights rights, String licence, @Nullable String itsOwn) {
        Origin origin = new Origin(
                source,
                "feed",
                NOW,
                rights,
                itsOwn == null ? licence : itsOwn,
                null,
                new Inherited(List.of(), null, null, licence));
        return new NewDocument(id, revision, null, ContentType.HTML, "text " + revision, origin);
    }

    private static DocumentReceived last(Ledger ledger, String id) {
        return received(ledger).stream()
                .filter(event -> event.id().equals(id))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static NewDocument licensed(String id, Inherited inherited, String licence) {
        Origin origin = new Origin("a", "feed", NOW, Rights.FULL, licence, null, inherited);
        return new NewDocument(id, "1", null, ContentType.HTML, "text", origin);
    }

    private static boolean retell(Ledger ledger, DocumentReceived said, Origin now) {
        return ledger.retell(
                new NewDocument(said.id(), said.revision(), null, ContentType.HTML, said.content(), now),
                said.receivedAt());
    }

    private static List<DocumentReceived> received(Ledger ledger) {
        return ledger.events().stream().map(DocumentReceived.class::cast).toList();
    }

    @Test
    void a_feed_does_not_take_the_place_of_another_but_is_named_in_the_next_event() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        ledger.receive(Documents.of("id", "1", "a", "feed", "text"));
        assertThat(ledger.receive(Documents.of("id", "2", "b", "feed", "other")).revision())
                .isEqualTo("1");
        assertThat(ledger.events()).hasSize(1);
        ledger.receive(Documents.of("id", "3", "a", "feed", "text, corrected"));
        DocumentReceived corrected = (DocumentReceived) ledger.events().get(1);
        assertThat(corrected.provenance()).extracting(Provenance::hash).containsExactly("3", "2");
        assertThat(ledger.receive(Documents.of("id", "4", "b", Origin.PUSH, "pushed"))
                        .status())
                .isEqualTo("accepted");
    }

    @Test
    void what_was_taken_down_comes_back_by_a_push_and_not_by_a_feed() {
        DocumentRow gone = new DocumentRow("id", "1", "a", Instant.EPOCH, true, null, Map.of(), List.of());
        Ledger ledger = new Ledger(Map.of("id", gone), Clock.fixed(NOW, ZoneOffset.UTC));
        ledger.receive(Documents.of("id", "2", "a", "feed", "text"));
        assertThat(ledger.events()).isEmpty();
        ledger.receive(Documents.of("id", "2", "a", Origin.PUSH, "text"));
        assertThat(ledger.events()).hasSize(1);
    }

    @Test
    void a_revision_says_what_it_changes_and_other_bytes_alone_change_nothing() {
        Ledger ledger = new Ledger(Map.of(), Clock.fixed(NOW, ZoneOffset.UTC));
        String first = "---\ntitle: One\nauthor: Ann\n---\nIt  was\na day.";
        ledger.receive(Documents.of("id", "1", "a", Origin.PUSH, first));
        ledger.receive(
                Documents.of("id", "2", "a", Origin.PUSH, "---\nauthor: Ann\ntitle: One\n---\n\nIt was a day.\n"));
        ledger.receive(Documents.of("id", "3", "a", Origin.PUSH, "---\ntitle: Two\n---\nIt was a night."));
        assertThat(ledger.events())
                .map(event -> ((DocumentReceived) event).previous())
                .containsExactly(null, "1", "2");
        assertThat(ledger.events())
                .map(event -> ((DocumentReceived) event).changes())
                .containsExactly(
                        List.of(),
                        List.of(),
                        List.of(
                                new FieldChange("author", "Ann", null),
                                new FieldChange("title", "One", "Two"),
                                new FieldChange("body", "13", "15")));
    }

    private static String revision(Event event) {
        return ((DocumentReceived) event).revision();
    }

    private static NewDocument document(String revision) {
        return Documents.text("id", revision);
    }
}
