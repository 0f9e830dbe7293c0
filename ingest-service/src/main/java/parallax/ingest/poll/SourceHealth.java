package parallax.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.ingest.Timestamps;

/** How many sources are in trouble, for whoever watches; not known while the database is away. */
@Component
class SourceHealth {

    private static final int MANY = 5;
    private static final Duration LATE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    SourceHealth(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active sources of which the last five visits failed. */
    double failing() {
        return count(jdbc.sql("select count(*) from source where active and failures >= ?")
                .param(MANY));
    }

    /** Active sources that should have been visited ten minutes ago and were not. */
    double overdue(Instant now) {
        return count(jdbc.sql("""
                select count(*) from source
                where active and kind <> 'push' and coalesce(next_at, updated_at) < ?
                """).param(Timestamps.of(now.minus(LATE))));
    }

    /** Active feeds that are larger than is read of one. */
    double cut() {
        return count(jdbc.sql("""
                select count(*) from source s join source_warning w on w.source = s.name
                where s.active and w.code = ?
                """).param(Harvest.TOO_LARGE));
    }

    /** Items that wait for their pages to be asked for. */
    double waiting() {
        return count(jdbc.sql("select count(*) from source_waiting"));
    }

    /** Changes of what a source says of all it sends that could not be told, five times in a row. */
    double untold() {
        return count(jdbc.sql("select count(*) from scheduled_tasks where task_name = ? and consecutive_failures >= ?")
                .param(RetellTask.NAME)
                .param(MANY));
    }

    private static double count(JdbcClient.StatementSpec query) {
        try {
            return query.query(Long.class).single();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
