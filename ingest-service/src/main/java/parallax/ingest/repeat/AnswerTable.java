package parallax.ingest.repeat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parallax.ingest.Timestamps;

/** The table {@code answer}. */
@Repository
class AnswerTable {

    private final JdbcClient jdbc;

    AnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of a key.
     *
     * @param answer null while it is being worked out
     */
    record Known(String fingerprint, @Nullable String answer) {}

    /** Whether the key is ours to answer: it is new, forgotten, or whoever worked on the same request has died over it. */
    boolean claim(String key, String fingerprint, Instant now, Instant forgotten, Instant abandoned) {
        return jdbc.sql("""
                insert into answer (key, fingerprint, claimed_at) values (:key, :fingerprint, :now)
                on conflict (key) do update set fingerprint = excluded.fingerprint, claimed_at = excluded.claimed_at, answer = null
                where answer.claimed_at < :forgotten
                    or (answer.answer is null and answer.claimed_at < :abandoned)
                """)
                        .param("key", key)
                        .param("fingerprint", fingerprint)
                        .param("now", Timestamps.of(now))
                        .param("forgotten", Timestamps.of(forgotten))
                        .param("abandoned", Timestamps.of(abandoned))
                        .update()
                == 1;
    }

    Optional<Known> find(String key) {
        return jdbc.sql("select fingerprint, answer from answer where key = ?")
                .param(key)
                .query((row, number) -> new Known(row.getString("fingerprint"), row.getString("answer")))
                .optional();
    }

    void answer(String key, String answer) {
        jdbc.sql("update answer set answer = ? where key = ?")
                .param(answer)
                .param(key)
                .update();
    }

    void release(String key) {
        jdbc.sql("delete from answer where key = ? and answer is null")
                .param(key)
                .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from answer where claimed_at < ?")
                .param(Timestamps.of(before))
                .update();
    }
}
