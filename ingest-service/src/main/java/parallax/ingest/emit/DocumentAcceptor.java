package parallax.ingest.emit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import parallax.events.DocumentReceived;
import parallax.ingest.identity.ContentType;
import parallax.ingest.identity.NewDocument;
import parallax.ingest.identity.Origin;
import parallax.ingest.refusal.TryLater;
import parallax.ingest.refusal.UnknownDocument;
import parallax.stream.EventSender;
import parallax.stream.NotAcknowledgedException;
import parallax.stream.Outgoing;
import parallax.stream.Trace;

/**
 * Takes documents and takes them back. Returns once Kafka has acknowledged and the table remembers; a crash between the two makes
 * the sender's repetition be emitted again, which consumers tell by id and revision.
 */
@Component
public class DocumentAcceptor {

    private static final String SERVICE = "ingest-service";

    private final DocumentTable table;
    private final EventSender sender;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Outcomes outcomes;
    private final Congestion congestion;

    DocumentAcceptor(
            DocumentTable table,
            EventSender sender,
            TransactionTemplate transaction,
            Clock clock,
            Outcomes outcomes,
            Congestion congestion) {
        this.congestion = congestion;
        this.table = table;
        this.sender = sender;
        this.transaction = transaction;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /**
     * Emits what is new or changed among {@code documents}; all of them are recorded, or none.
     *
     * @param traceparent the sender's trace, if it came with one
     * @return one answer for each document, in their order
     * @throws TryLater if Kafka or the database does not answer; events may have been sent then, and repeating is safe
     */
    public List<Acceptance> accept(List<NewDocument> documents, @Nullable String traceparent) {
        List<String> ids = documents.stream().map(NewDocument::id).toList();
        List<Acceptance> acceptances = Objects.requireNonNull(outcomes.accept()
                .record(() -> record(ids, traceparent, ledger -> documents.stream()
                        .map(ledger::receive)
                        .toList())));
        acceptances.forEach(outcomes::acceptance);
        return acceptances;
    }

    /**
     * Says once more what was said last of documents, where {@code now} differs from what their source said of all it sends.
     *
     * @return how many were told again
     * @throws TryLater as {@link #accept} does
     */
    int retell(List<DocumentReceived> said, Origin now) {
        List<String> ids = said.stream().map(DocumentReceived::id).toList();
        return record(ids, null, ledger -> (int) said.stream()
                .filter(event -> ledger.retell(document(event, now), event.receivedAt()))
                .count());
    }

    private static NewDocument document(DocumentReceived event, Origin origin) {
        return new NewDocument(
                event.id(),
                event.revision(),
                event.url(),
                ContentType.of(event.contentType()).orElse(ContentType.PLAIN),
                event.content(),
                origin,
                event.file());
    }

    /**
     * Withdraws a document everywhere.
     *
     * @return whether it was still there
     * @throws UnknownDocument if it never was
     * @throws TryLater as {@link #accept} does
     */
    public boolean withdraw(String id, @Nullable String traceparent) {
        boolean changed = record(List.of(id), traceparent, ledger -> {
            DocumentRow row = ledger.row(id);
            if (row == null) {
                throw new UnknownDocument(id);
            }
            if (!row.withdrawn()) {
                ledger.withdraw(row);
            }
            return !row.withdrawn();
        });
        if (changed) {
            outcomes.withdrawn();
        }
        return changed;
    }

    /**
     * Withdraws what {@code source} delivered, and nobody has in other words since.
     *
     * @return how many of {@code ids} were still there
     * @throws TryLater as {@link #accept} does
     */
    public int withdrawAll(String source, Collection<String> ids) {
        int gone = record(ids, null, ledger -> {
            List<DocumentRow> rows = ids.stream()
                    .map(ledger::row)
                    .filter(row ->
                            row != null && !row.withdrawn() && row.source().equals(source))
                    .toList();
            rows.forEach(ledger::withdraw);
            return rows.size();
        });
        for (int i = 0; i < gone; i++) {
            outcomes.withdrawn();
        }
        return gone;
    }

    private <T> T record(Collection<String> ids, @Nullable String traceparent, Function<Ledger, T> work) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                Ledger ledger = new Ledger(table.lock(ids), clock);
                T result = work.apply(ledger);
                if (!ledger.events().isEmpty()) {
                    send(ledger, Trace.continueOrStart(traceparent));
                }
                if (!ledger.changed().isEmpty()) { // also where a second source is noted, and nothing is said yet
                    table.save(ledger.changed());
                }
                return result;
            }));
        } catch (NotAcknowledgedException e) {
            throw new TryLater("Kafka");
        } catch (DataAccessException | TransactionException e) {
            throw new TryLater("The database");
        }
    }

    private void send(Ledger ledger, String traceparent) {
        List<Outgoing> events = ledger.events().stream()
                .map(event -> Outgoing.of(event, SERVICE, clock.instant(), traceparent))
                .toList();
        congestion.watch(() -> sender.send(events));
    }
}
