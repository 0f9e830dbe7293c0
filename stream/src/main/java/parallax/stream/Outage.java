package parallax.stream;

import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what trying again may mend from what lies in the record itself. */
public final class Outage {

    /** SQLSTATE class of limits that a row exceeds; Spring counts it among failures of the server. */
    private static final String PROGRAM_LIMIT_EXCEEDED = "54";

    /** SQLSTATE of a server that has become a replica; Spring does not know it. */
    private static final String READ_ONLY = "25006";

    private Outage() {}

    /** Whether {@code e} says something of the database, its schema or Kafka, and nothing of the record. */
    public static boolean is(RuntimeException e) {
        String state = sqlState(e);
        if (state != null && state.startsWith(PROGRAM_LIMIT_EXCEEDED)) {
            return false;
        }
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                // A table is missing or differs: were it the record's fault, the whole log would go to the dead
                // letters.
                || e instanceof InvalidDataAccessResourceUsageException
                || e instanceof TransactionException
                || e instanceof NotAcknowledgedException
                || e instanceof KafkaException
                || e instanceof org.springframework.kafka.KafkaException
                || READ_ONLY.equals(state);
    }

    private static @Nullable String sqlState(RuntimeException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql ? sql.getSQLState() : null;
    }
}
