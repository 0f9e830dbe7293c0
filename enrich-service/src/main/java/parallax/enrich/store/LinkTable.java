package parallax.enrich.store;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Link;

/** Which articles score high enough with each other to be grouped together. */
@Component
class LinkTable {

    private static final String OF = """
            select first, second from link where first = any(:ids)
            union select first, second from link where second = any(:ids)
            """;

    private static final String DELETE = """
            delete from link using unnest(cast(:firsts as text[]), cast(:seconds as text[])) as gone (first, second)
            where link.first = gone.first and link.second = gone.second
            """;

    private static final String INSERT = """
            insert into link (first, second) select * from unnest(cast(:firsts as text[]), cast(:seconds as text[]))
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which one end is among {@code ids}. */
    Set<Link> of(Collection<String> ids) {
        return new TreeSet<>(jdbc.sql(OF)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Link(row.getString("first"), row.getString("second")))
                .list());
    }

    void change(Collection<Link> gone, Collection<Link> come) {
        change(DELETE, gone);
        change(INSERT, come);
    }

    private void change(String sql, Collection<Link> links) {
        if (!links.isEmpty()) {
            jdbc.sql(sql)
                    .param("firsts", ends(links, Link::first))
                    .param("seconds", ends(links, Link::second))
                    .update();
        }
    }

    private static String[] ends(Collection<Link> links, Function<Link, String> end) {
        return links.stream().map(end).toArray(String[]::new);
    }
}
