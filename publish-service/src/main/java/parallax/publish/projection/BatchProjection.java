package parallax.publish.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.ArticleEnriched;
import parallax.events.ArticleWithdrawn;
import parallax.events.EditorDecided;
import parallax.events.Event;
import parallax.events.StoryChanged;
import parallax.events.StoryRemoved;
import parallax.publish.register.ChannelBook;
import parallax.stream.DeadLetters;
import parallax.stream.Incoming;
import parallax.stream.MalformedRecordException;

/**
 * Applies a batch in one transaction. If a record in it turns out to be poison, each record gets a transaction of its own,
 * so that only the poison goes to the dead letters. An outage is thrown: the batch comes again.
 */
@Component
class BatchProjection {

    private static final Logger log = LoggerFactory.getLogger(BatchProjection.class);

    private final StoryProjection projection;
    private final DecisionBook decisions;
    private final ChannelBook channels;
    private final TransactionOperations transactions;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    BatchProjection(
            StoryProjection projection,
            DecisionBook decisions,
            ChannelBook channels,
            TransactionOperations transactions,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.projection = projection;
        this.decisions = decisions;
        this.channels = channels;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
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
                bury(record, e);
            }
        }
        try {
            commit(letters);
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            log.info("a record in a batch of {} cannot be applied; applying one by one", letters.size());
            letters.forEach(this::applyAlone);
        }
    }

    private void applyAlone(Letter letter) {
        try {
            commit(List.of(letter));
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            bury(letter.record(), e);
        }
    }

    private void commit(List<Letter> letters) {
        List<Event> events = letters.stream().map(Letter::event).toList();
        if (!events.isEmpty()) {
            transactions.executeWithoutResult(status -> projection.apply(events));
            events.forEach(event -> meters.counter("parallax.events.applied", "type", event.eventType())
                    .increment());
        }
    }

    private void bury(Incoming record, RuntimeException e) {
        log.warn("{}-{}@{} goes to the dead letters", record.topic(), record.partition(), record.offset());
        deadLetters.put(record, e.getClass().getSimpleName() + ": " + e.getMessage(), 1);
    }

    private record Letter(Incoming record, Event event) {}
}
