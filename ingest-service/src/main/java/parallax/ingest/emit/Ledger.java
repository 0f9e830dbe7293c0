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
        boolean fresh = before == null || before.withdrawn();
        List<Provenance> provenance =
                before == null || fresh ? List.of(document.provenance()) : before.with(document.provenance());
        Instant at = after(before);
        Inherited inherited = document.origin().inherited();
        change(new DocumentRow(
                document.id(), document.revision(), document.source(), at, false, facts, inherited, provenance));
        Facts past = before == null || fresh ? null : before.facts();
        events.add(event(
                document,
                document.provenance(),
                inherited,
                provenance,
                before == null || past == null ? null : before.revision(),
                past == null ? List.of() : past.changes(facts),
                at));
        return Acceptance.accepted(document.id(), document.revision());
    }

    /** Another source says the very same, or the same one allows or says something else of all it sends: that is told, with the text as it was. */
    private Acceptance confirm(NewDocument document, DocumentRow before) {
        say(document, before, inherited(document, before), before.with(document.provenance()));
        return Acceptance.unchanged(before.id(), before.revision());
    }

    /** Another source says it in other words: those of the first stand, and the next event names both. */
    private Acceptance stand(NewDocument document, DocumentRow before) {
        change(before.with(before.receivedAt(), before.inherited(), before.with(document.provenance())));
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
        Inherited inherited = inherited(said, before);
        boolean known = provenance.equals(before.provenance()) && inherited.equals(before.inherited());
        if (!known) {
            say(said, before, inherited, provenance);
        }
        return !known;
    }

    private static Inherited inherited(NewDocument document, DocumentRow before) {
        return document.source().equals(before.source()) ? document.origin().inherited() : before.inherited();
    }

    private void say(NewDocument document, DocumentRow before, Inherited inherited, List<Provenance> provenance) {
        Provenance owner = provenance.stream()
                .filter(delivery -> delivery.source().equals(before.source()))
                .findFirst()
                .orElse(provenance.get(0));
        DocumentRow row = before.with(after(before), inherited, provenance);
        change(row);
        events.add(event(document, owner, inherited, provenance, null, List.of(), row.receivedAt()));
    }

    private static DocumentReceived event(
            NewDocument document,
            Provenance owner,
            Inherited inherited,
            List<Provenance> provenance,
            @Nullable String previous,
            List<FieldChange> changes,
            Instant at) {
        return new DocumentReceived(
                document.id(),
                document.revision(),
                owner.source(),
                owner.url() == null ? document.url() : owner.url(),
                document.contentType().mediaType(),
                document.content(),
                owner.rights(),
                at,
                owner.licence(),
                inherited.labels(),
                provenance,
                previous,
                changes,
                document.file(),
                inherited.language(),
                inherited.author());
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
