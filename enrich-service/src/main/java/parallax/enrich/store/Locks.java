package parallax.enrich.store;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks by name, held until the transaction ends. */
@Component
class Locks {

    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes all of {@code names}, everywhere in one order, so that no two wait for each other. */
    void take(Collection<String> names) {
        NavigableSet<Long> numbers = new TreeSet<>(
                jdbc.sql("select distinct hashtextextended(name, 0) from unnest(cast(:names as text[])) as name")
                        .param("names", names.toArray(String[]::new))
                        .query(Long.class)
                        .list());
        for (Long number : numbers) {
            jdbc.sql("select pg_advisory_xact_lock(:number)")
                    .param("number", number)
                    .query((row, n) -> number)
                    .single();
        }
    }
}
