package parallax.publish.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.register.ChannelBook;
import parallax.stream.Batches;
import parallax.stream.Incoming;
import parallax.stream.MalformedRecordException;

/** Applies a batch in one transaction, as {@link Batches} has it. */
@Component
class BatchProjection {

    private final StoryProjection projection;
    private final DecisionBook decisions;
    private final ChannelBook channels;
    private final TransactionOperations transactions;
    private final Batches batches;
    private final MeterRegistry meters;

    BatchProjection(
            StoryProjection projection,
            DecisionBook decisions,
            ChannelBook channels,
            TransactionOperations transactions,
            Batches batches,
            MeterRegistry meters) {
        this.projection = projection;
        this.decisions = decisions;
        this.channels = channels;
        this.transactions = transactions;
        this.batches = batches;
        this.meters = meters;
        for (String type : List.of(
                ArticleEnriched.TYPE,
                ArticleWithdrawn.TYPE,
                StoryChanged.TYPE,
                StoryRemoved.TYPE,
                EditorDecided.TYPE)) {
            meters.counter("parallax.events.applied", "type", type);
        }
    }

    void apply(List<Incoming> batch) {
        decisions.open();
        channels.open();
        List<Letter> letters = new ArrayList<>(batch.size());
        for (Incoming record : batch) {
            try {
                letters.add(new Letter(record, record.event()));
            } catch (MalformedRecordException e) {
                batches.putAside(record, e, 1);
            }
        }
        batches.handle(letters, Letter::record, this::commit);
    }

    private void commit(List<Letter> letters) {
        List<Event> events = letters.stream().map(Letter::event).toList();
        if (!events.isEmpty()) {
            transactions.executeWithoutResult(status -> projection.apply(events));
            events.forEach(event -> meters.counter("parallax.events.applied", "type", event.eventType())
                    .increment());
        }
    }

    private record Letter(Incoming record, Event event) {}
}
