package parallax.enrich.store;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement that answers nothing.
 *
 * @param sql with a question mark for each parameter
 */
record Write(String sql, List<@Nullable Object> parameters) {

    static Write of(String sql, Object... parameters) {
        return new Write(sql, List.of(parameters));
    }

    /** Does all of them in their order, sent to the server at once: to wait for each answer would take longer than the work. */
    static void all(JdbcClient jdbc, Collection<Write> writes) {
        if (!writes.isEmpty()) {
            jdbc.sql(writes.stream().map(Write::sql).collect(Collectors.joining(";")))
                    .params(writes.stream()
                            .flatMap(write -> write.parameters().stream())
                            .collect(Collectors.toList()))
                    .update();
        }
    }
}
