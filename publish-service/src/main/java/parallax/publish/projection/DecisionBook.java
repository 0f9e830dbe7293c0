package parallax.publish.projection;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import parallax.events.Topics;
import parallax.stream.Incoming;
import parallax.stream.MalformedRecordException;
import parallax.stream.Outage;
import parallax.stream.TopicReader;

/**
 * Has all that editors decided read before anything is shown: a database that is filled anew must not let out for a moment what
 * is held.
 */
@Component
public class DecisionBook {

    private static final Logger log = LoggerFactory.getLogger(DecisionBook.class);

    private final TopicReader topics;
    private final StoryProjection projection;
    private final TransactionOperations transactions;
    private volatile boolean read;

    DecisionBook(TopicReader topics, StoryProjection projection, TransactionOperations transactions) {
        this.topics = topics;
        this.projection = projection;
        this.transactions = transactions;
    }

    /** Returns once this instance has taken in what the log held when it started; what comes later comes by the stream. */
    public void open() {
        if (!read) {
            readOnce();
        }
    }

    private synchronized void readOnce() {
        if (!read) {
            topics.read(Topics.DECISIONS, Map.of(), page -> page.forEach(this::apply));
            read = true;
        }
    }

    private void apply(Incoming record) {
        try {
            transactions.executeWithoutResult(status -> projection.apply(List.of(record.event())));
        } catch (MalformedRecordException e) {
            log.warn("decision {}@{} cannot be read: {}", record.partition(), record.offset(), e.getMessage());
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            log.warn("decision {}@{} cannot be applied", record.partition(), record.offset(), e);
        }
    }
}
