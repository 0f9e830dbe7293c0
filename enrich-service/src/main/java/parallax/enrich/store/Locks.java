package parallax.enrich.store;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks by name, held until the transaction ends. */
@Component
class Locks {

    /** The server's lock table is of a fixed size: names share slots, which costs a wait now and then and no more. */
    private static final int SLOTS = 4096;

    private static final String TAKE = """
            select pg_current_snapshot()::text, pg_advisory_xact_lock(slot) from (
                select distinct (hashtextextended(name, 0) & (:slots - 1)) as slot from unnest(cast(:names as text[])) as name order by slot
            ) as sorted
            """;

    private static final String TAKE_FREE = """
            select coalesce(bool_and(pg_try_advisory_xact_lock(slot)), true) from (
                select distinct (hashtextextended(name, 0) & (:slots - 1)) as slot from unnest(cast(:names as text[])) as name
            ) as all_slots
            """;

    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes all of {@code names}, everywhere in one order, so that no two wait for each other.
     *
     * @return as {@link #ended}, before the first was taken
     */
    String take(Collection<String> names) {
        if (names.isEmpty()) { // a decision of what is shown is none of grouping
            return ended();
        }
        return jdbc.sql(TAKE)
                .param("names", names.toArray(String[]::new))
                .param("slots", SLOTS)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    /** Which transactions have ended: so long as it stays the same, nobody but this one has changed anything on the server. */
    String ended() {
        return jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /** Takes all of {@code names} beside those taken before, without waiting for anybody; false if one is another's: then the transaction must end. */
    boolean takeFree(Collection<String> names) {
        return jdbc.sql(TAKE_FREE)
                .param("names", names.toArray(String[]::new))
                .param("slots", SLOTS)
                .query(Boolean.class)
                .single();
    }
}
