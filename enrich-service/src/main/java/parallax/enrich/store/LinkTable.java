package parallax.enrich.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Link;
import parallax.enrich.story.Linked;

/** Which articles were put together with each other, or nearly, and with what log-odds. */
@Component
class LinkTable {

    private static final String OF = """
            select first, second, odds, by_terms from link where first = any(:ids)
            union select first, second, odds, by_terms from link where second = any(:ids)
            """;

    private static final String DELETE = """
            delete from link using unnest(cast(? as text[]), cast(? as text[])) as gone (first, second)
            where link.first = gone.first and link.second = gone.second
            """;

    private static final String INSERT = """
            insert into link (first, second, odds, by_terms)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as double precision[]), cast(? as boolean[]))
            """;

    private final JdbcClient jdbc;

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which one end is among {@code ids}. */
    Map<Link, Linked> of(Collection<String> ids) {
        Map<Link, Linked> links = new TreeMap<>();
        jdbc.sql(OF).param("ids", ids.toArray(String[]::new)).query(row -> {
            links.put(
                    new Link(row.getString("first"), row.getString("second")),
                    new Linked(row.getDouble("odds"), row.getBoolean("by_terms")));
        });
        return links;
    }

    void change(Collection<Link> gone, Map<Link, Linked> come) {
        List<Write> writes = new ArrayList<>();
        if (!gone.isEmpty()) {
            writes.add(Write.of(DELETE, firsts(gone), seconds(gone)));
        }
        if (!come.isEmpty()) {
            writes.add(Write.of(
                    INSERT,
                    firsts(come.keySet()),
                    seconds(come.keySet()),
                    come.values().stream().map(Linked::odds).toArray(Double[]::new),
                    come.values().stream().map(Linked::byTerms).toArray(Boolean[]::new)));
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
