package parallax.ingest.emit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.events.DocumentReceived;
import parallax.events.DocumentWithdrawn;
import parallax.events.Event;
import parallax.events.Rights;
import parallax.ingest.identity.NewDocument;

/** Works out, one document after another, what is to be said and what to be remembered. */
final class Ledger {

    private final Map<String, DocumentRow> known;
    private final Clock clock;
    private final Map<String, DocumentRow> changed = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();

    Ledger(Map<String, DocumentRow> known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    Acceptance receive(NewDocument document) {
        DocumentRow before = row(document.id());
        if (before != null && !before.withdrawn() && before.revision().equals(document.revision())) {
            return Acceptance.unchanged(document.id(), document.revision());
        }
        Instant at = after(before);
        change(new DocumentRow(document.id(), document.revision(), document.source(), at, false));
        events.add(new DocumentReceived(
                document.id(),
                document.revision(),
                document.source(),
                document.url(),
                document.contentType().mediaType(),
                document.content(),
                Rights.FULL,
                at));
        return Acceptance.accepted(document.id(), document.revision());
    }

    void withdraw(DocumentRow row) {
        Instant at = after(row);
        change(new DocumentRow(row.id(), row.revision(), row.source(), at, true));
        events.add(new DocumentWithdrawn(row.id(), at));
    }

    @Nullable
    DocumentRow row(String id) {
        DocumentRow row = changed.get(id);
        return row == null ? known.get(id) : row;
    }

    List<Event> events() {
        return events;
    }

    List<DocumentRow> changed() {
        return List.copyOf(changed.values());
    }

    private void change(DocumentRow row) {
        changed.put(row.id(), row);
    }

    /** Consumers tell the newer of two events by its time, so a clock that stands or goes back must not show. */
    private Instant after(@Nullable DocumentRow before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant earliest = before == null ? Instant.MIN : before.receivedAt().plus(1, ChronoUnit.MICROS);
        return now.isBefore(earliest) ? earliest : now;
    }
}
