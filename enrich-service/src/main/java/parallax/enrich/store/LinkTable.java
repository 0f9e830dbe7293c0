package parallax.enrich.store;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which articles score high enough with each other to be grouped together. */
@Component
class LinkTable {

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> linked(Collection<String> ids) {
        return new TreeSet<>(jdbc.sql(
                        "select second from link where first = any(:ids) union select first from link where second = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** The links of {@code id} are to be these and no others. */
    void replace(String id, Collection<String> others) {
        jdbc.sql("delete from link where first = :id or second = :id")
                .param("id", id)
                .update();
        jdbc.sql(
                        "insert into link (first, second) select least(:id, other), greatest(:id, other) from unnest(cast(:others as text[])) as other")
                .param("id", id)
                .param("others", others.toArray(String[]::new))
                .update();
    }
}
