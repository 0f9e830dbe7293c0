package parallax.publish.projection;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.publish.catalog.DatabaseLock;

/**
 * Locks until the transaction ends. Documents come before stories, and each kind in sorted order: two instances never wait for
 * each other in a circle. Ids share a fixed number of locks, so that a batch of the largest stories does not use up the server's.
 */
@Repository
class Locks {

    private static final int STRIPES = 1024;

    private final JdbcClient jdbc;

    Locks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void documents(Collection<String> ids) {
        take(DatabaseLock.DOCUMENTS, ids);
    }

    void stories(Collection<String> ids) {
        take(DatabaseLock.STORIES, ids);
    }

    private void take(DatabaseLock kind, Collection<String> ids) {
        List<Integer> stripes = ids.stream()
                .map(id -> Math.floorMod(id.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toList();
        if (!stripes.isEmpty()) {
            jdbc.sql(
                            "select count(pg_advisory_xact_lock(:kind, s)) from (select unnest(:stripes) as s order by 1) sorted")
                    .param("kind", kind.key())
                    .param("stripes", stripes.toArray(Integer[]::new))
                    .query(Long.class)
                    .single();
        }
    }
}
