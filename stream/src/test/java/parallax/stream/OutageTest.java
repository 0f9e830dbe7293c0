package parallax.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTest {

    @Test
    void what_time_may_mend_is_an_outage_and_what_lies_in_the_record_is_not() {
        assertThat(Outage.is(new CannotGetJdbcConnectionException("down"))).isTrue();
        assertThat(Outage.is(new CannotCreateTransactionException("down"))).isTrue();
        assertThat(Outage.is(new CannotAcquireLockException("deadlock"))).isTrue();
        assertThat(Outage.is(new BadSqlGrammarException("read", "select", new SQLException("no table"))))
                .isTrue();
        assertThat(Outage.is(new UncategorizedSQLException(
                        "write", "update", new SQLException("in a read-only transaction", "25006"))))
                .isTrue();
        assertThat(Outage.is(new DataAccessResourceFailureException(
                        "write", new SQLException("index row size exceeds the maximum", "54000"))))
                .isFalse();
        assertThat(Outage.is(new DataIntegrityViolationException("NUL"))).isFalse();
        assertThat(Outage.is(new NullPointerException("members"))).isFalse();
    }
}
