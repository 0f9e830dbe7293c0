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
import parallax.events.FieldChange;
import parallax.events.Provenance;
import parallax.ingest.identity.Inherited;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.revision.Facts;
import parallax.ingest.revision.FactsReader;

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

    /** What a feed says in other bytes only, with a newer date or other markup, is nothing new; who pushes decides himself. */
    Acceptance receive(NewDocument document) {
        DocumentRow before = row(document.id());
        if (before == null) {
            return revise(document, null, facts(document));
        }
        if (before.withdrawn()) {
            return document.origin().fetched()
                    ? Acceptance.unchanged(before.id(), before.revision())
                    : revise(document, before, facts(document));
        }
        if (before.revision().equals(document.revision())) {
            return before.knows(document)
                    ? Acceptance.unchanged(before.id(), before.revision())
                    : confirm(document, before);
        }
        if (document.origin().fetched() && !before.source().equals(document.source())) {
            return stand(document, before);
        }
        Facts facts = facts(document);
        boolean said = before.facts() != null && before.facts().changes(facts).isEmpty();
        return document.origin().fetched() && said && before.knows(document)
                ? Acceptance.unchanged(before.id(), before.revision())
                : revise(document, before, facts);
    }

    private static Facts facts(NewDocument document) {
        return FactsReader.read(document.contentType(), document.content());
    }

    private Acceptance revise(NewDocument document, @Nullable DocumentRow before, Facts facts) {
        DocumentRow known = before == null || before.withdrawn() ? null : before;
        DocumentRow row = new DocumentRow(
                document.id(),
                document.revision(),
                document.source(),
                after(before),
                false,
                facts,
                known == null ? said(document) : known.inheritedWith(document.origin()),
                known == null ? List.of(document.provenance()) : known.with(document.provenance()));
        if (known == null || known.facts() == null) {
            tell(document, row, null, List.of());
        } else {
            tell(document, row, known.revision(), known.facts().changes(facts));
        }
        return Acceptance.accepted(document.id(), document.revision());
    }

    /** Another source says the very same, or the same one allows or says something else of all it sends: that is told, with the text as it was. */
    private Acceptance confirm(NewDocument document, DocumentRow before) {
        DocumentRow row =
                before.with(after(before), before.inheritedWith(document.origin()), before.with(document.provenance()));
        tell(document, row, null, List.of());
        return Acceptance.unchanged(before.id(), before.revision());
    }

    /** Another source says it in other words: those of the first stand, and the next event names both. */
    private Acceptance stand(NewDocument document, DocumentRow before) {
        change(before.with(
                before.receivedAt(), before.inheritedWith(document.origin()), before.with(document.provenance())));
        return Acceptance.unchanged(before.id(), before.revision());
    }

    /**
     * Says once more what was said last of a document, with what its source says now of all it sends.
     *
     * @return whether there was anything to be said: not if something else was said since, or it is known already
     */
    boolean retell(NewDocument said, Instant saidAt) {
        DocumentRow before = row(said.id());
        if (before == null || before.withdrawn() || !before.receivedAt().equals(saidAt)) {
            return false;
        }
        List<Provenance> provenance = before.under(said.origin());
        DocumentRow now = before.with(after(before), before.inheritedWith(said.origin()), provenance);
        boolean known = provenance.equals(before.provenance())
                && now.inherited(now.source()).equals(before.inherited(before.source()));
        if (!known) {
            tell(said, now, null, List.of());
        }
        return !known;
    }

    private static Map<String, Inherited> said(NewDocument document) {
        Inherited inherited = document.origin().inherited();
        return inherited.equals(Inherited.NOTHING) ? Map.of() : Map.of(document.source(), inherited);
    }

    private void tell(NewDocument document, DocumentRow row, @Nullable String previous, List<FieldChange> changes) {
        Provenance owner = row.owner();
        Inherited inherited = row.inherited(row.source());
        change(row);
        events.add(new DocumentReceived(
                document.id(),
                document.revision(),
                owner.source(),
                owner.url() == null ? document.url() : owner.url(),
                document.contentType().mediaType(),
                document.content(),
                owner.rights(),
                row.receivedAt(),
                owner.licence(),
                inherited.labels(),
                row.provenance(),
                previous,
                changes,
                document.file(),
                inherited.language(),
                inherited.author()));
    }

    void withdraw(DocumentRow row) {
        Instant at = after(row);
        change(row.withdrawnAt(at));
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
