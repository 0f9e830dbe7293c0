package parallax.enrich.store;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import parallax.enrich.story.Told;

/** What editors said of pairs of articles, whether these are there or not. */
@Component
class ToldTable {

    private static final String UPSERT = """
            insert into told (first, second, same, decided_at) values (:first, :second, :same, :at)
            on conflict (first, second) do update set same = excluded.same, decided_at = excluded.decided_at
            where told.decided_at < excluded.decided_at
            """;

    private final JdbcClient jdbc;

    ToldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a word in, unless one of a later time is there; whether anything changed. */
    boolean put(Told told) {
        return jdbc.sql(UPSERT)
                        .param("first", told.first())
                        .param("second", told.second())
                        .param("same", told.same())
                        .param("at", told.decidedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    List<Told> of(Collection<String> ids) {
        return jdbc.sql(
                        "select first, second, same, decided_at from told where first = any(:ids) or second = any(:ids) order by first, second")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new Told(
                        row.getString("first"),
                        row.getString("second"),
                        row.getBoolean("same"),
                        ArticleTable.instant(row, "decided_at")))
                .list();
    }
}
