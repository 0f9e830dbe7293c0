package parallax.publish.projection;

import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import parallax.stream.NotAcknowledgedException;

/** Tells what trying again may mend from what lies in the record itself. */
final class Outage {

    private Outage() {}

    /** Whether {@code e} says something of the database, its schema or Kafka, and nothing of the record. */
    static boolean is(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                // A table is missing or differs: were it the record's fault, the whole log would go to the dead
                // letters.
                || e instanceof InvalidDataAccessResourceUsageException
                || e instanceof TransactionException
                || e instanceof NotAcknowledgedException
                || e instanceof KafkaException
                || e instanceof org.springframework.kafka.KafkaException;
    }
}
