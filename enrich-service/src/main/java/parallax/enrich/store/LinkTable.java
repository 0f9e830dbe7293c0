package parallax.enrich.store;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Link;

/** Which articles were put together with each other, or nearly, and with what log-odds. */
@Component
class LinkTable {

    private static final String OF = """
            select first, second, odds from link where first = any(:ids)
            union select first, second, odds from link where second = any(:ids)
            """;

    private static final String DELETE = """
            delete from link using unnest(cast(:firsts as text[]), cast(:seconds as text[])) as gone (first, second)
            where link.first = gone.first and link.second = gone.second
            """;

    private static final String INSERT = """
            insert into link (first, second, odds)
            select * from unnest(cast(:firsts as text[]), cast(:seconds as text[]), cast(:odds as double precision[]))
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which one end is among {@code ids}. */
    Map<Link, Double> of(Collection<String> ids) {
        Map<Link, Double> links = new TreeMap<>();
        jdbc.sql(OF).param("ids", ids.toArray(String[]::new)).query(row -> {
            links.put(new Link(row.getString("first"), row.getString("second")), row.getDouble("odds"));
        });
        return links;
    }

    void change(Collection<Link> gone, Map<Link, Double> come) {
        if (!gone.isEmpty()) {
            ends(DELETE, gone).update();
        }
        if (!come.isEmpty()) {
            ends(INSERT, come.keySet())
                    .param("odds", come.values().toArray(Double[]::new))
                    .update();
        }
    }

    private JdbcClient.StatementSpec ends(String sql, Collection<Link> links) {
        return jdbc.sql(sql)
                .param("firsts", links.stream().map(Link::first).toArray(String[]::new))
                .param("seconds", links.stream().map(Link::second).toArray(String[]::new));
    }
}
