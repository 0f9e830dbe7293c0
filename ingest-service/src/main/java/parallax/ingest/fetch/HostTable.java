package parallax.ingest.fetch;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.Timestamps;

/** The table {@code host}: who may go to a host and when, among all our instances. */
@Repository
class HostTable {

    private final JdbcClient jdbc;

    HostTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the host until {@code until}, if nobody has it and it has had its rest. */
    boolean take(String host, Instant now, Instant until) {
        return jdbc.sql("""
                insert into host as h (name, held_until, free_at) values (:name, :until, :now)
                on conflict (name) do update set held_until = :until
                where h.held_until <= :now and h.free_at <= :now
                """)
                        .param("name", host)
                        .param("now", Timestamps.of(now))
                        .param("until", Timestamps.of(until))
                        .update()
                > 0;
    }

    /** When it may be tried again. */
    Instant freeAt(String host) {
        return jdbc.sql("select greatest(held_until, free_at) as at from host where name = ?")
                .param(host)
                .query((row, number) -> Timestamps.instant(row, "at"))
                .single();
    }

    void keep(String host, Instant until) {
        jdbc.sql("update host set held_until = ? where name = ?")
                .param(Timestamps.of(until))
                .param(host)
                .update();
    }

    void release(String host, Instant now, Instant free) {
        jdbc.sql("update host set held_until = ?, free_at = ? where name = ?")
                .param(Timestamps.of(now))
                .param(Timestamps.of(free))
                .param(host)
                .update();
    }

    Optional<Robots> robots(String host, Instant now) {
        return jdbc.sql("select robots_status, robots from host where name = ? and robots_until > ?")
                .param(host)
                .param(Timestamps.of(now))
                .query((row, number) -> new Robots(row.getInt("robots_status"), row.getString("robots")))
                .optional();
    }

    void learn(String host, Robots robots, Instant until) {
        jdbc.sql("update host set robots_status = ?, robots = ?, robots_until = ? where name = ?")
                .param(robots.status())
                .param(robots.text())
                .param(Timestamps.of(until))
                .param(host)
                .update();
    }
}
