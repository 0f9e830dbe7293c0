package parallax.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parallax.local.postgres.LocalPostgres;

/** The PostgreSQL server that tests share. */
public final class TestPostgres {

    private static @Nullable LocalPostgres server;

    private TestPostgres() {}

    /** The JDBC URL of {@code database} for the user {@code postgres}; the server starts at the first call and ends with the process. */
    public static synchronized String url(String database) {
        if (server == null) {
            server = LocalPostgres.start(
                    TestKafka.temporary("parallax-postgres").resolve("data"), TestKafka.freePort(), List.of());
        }
        server.create(List.of(database));
        return server.url(database);
    }
}
