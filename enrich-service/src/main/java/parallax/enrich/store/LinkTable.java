package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
            delete from link using unnest(cast(? as text[]), cast(? as text[])) as gone (first, second)
            where link.first = gone.first and link.second = gone.second
            """;

    private static final String INSERT = """
            insert into link (first, second, odds)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as double precision[]))
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
        List<Write> writes = new ArrayList<>();
        if (!gone.isEmpty()) {
            writes.add(Write.of(DELETE, firsts(gone), seconds(gone)));
        }
        if (!come.isEmpty()) {
            writes.add(Write.of(
                    INSERT,
                    firsts(come.keySet()),
                    seconds(come.keySet()),
                    come.values().toArray(Double[]::new)));
        }
        Write.all(jdbc, writes);
    }

    private static Object firsts(Collection<Link> links) {
        return links.stream().map(Link::first).toArray(String[]::new);
    }

    private static Object seconds(Collection<Link> links) {
        return links.stream().map(Link::second).toArray(String[]::new);
    }
}
