package parallax.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** One server with a database for each service. Listens on the loopback address only; data survives a restart. */
public final class LocalPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param data folder of its own; made if missing
     * @param port where clients connect
     * @param databases made if missing; owned by the user {@code postgres}, who needs no password from this machine
     */
    public static LocalPostgres start(Path data, int port, List<String> databases) {
        try {
            Files.createDirectories(data.getParent());
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("listen_addresses", "localhost")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            LocalPostgres postgres = new LocalPostgres(server);
            postgres.create(databases);
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not start with its data in " + data, e);
        }
    }

    /** The JDBC URL of {@code database}, for the user {@code postgres}. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** Where clients connect. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    /** Makes the databases that are missing. */
    public void create(List<String> databases) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                PreparedStatement exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            for (String database : databases) {
                exists.setString(1, database);
                try (var found = exists.executeQuery()) {
                    if (!found.next()) {
                        create.execute("create database \"" + database + "\"");
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused to make the databases " + databases, e);
        }
    }
}
