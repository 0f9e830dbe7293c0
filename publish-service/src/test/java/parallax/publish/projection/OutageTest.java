package parallax.publish.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTest {

    @Test
    void what_time_may_mend_is_an_outage_and_what_lies_in_the_record_is_not() {
        assertThat(Outage.is(new CannotGetJdbcConnectionException("down"))).isTrue();
        assertThat(Outage.is(new CannotCreateTransactionException("down"))).isTrue();
        assertThat(Outage.is(new CannotAcquireLockException("deadlock"))).isTrue();
        assertThat(Outage.is(new BadSqlGrammarException("read", "select", new java.sql.SQLException("no table"))))
                .isTrue();
        assertThat(Outage.is(new DataIntegrityViolationException("NUL"))).isFalse();
        assertThat(Outage.is(new NullPointerException("members"))).isFalse();
    }
}
