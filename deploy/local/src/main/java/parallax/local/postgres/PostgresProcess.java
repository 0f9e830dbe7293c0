package parallax.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server as a process of its own: {@code PostgresProcess DATA PORT DATABASE...}. Ends when the server does. */
public final class PostgresProcess {

    private PostgresProcess() {}

    /** Runs until it is told to stop, or the server is gone. */
    public static void main(String[] args) throws InterruptedException {
        Path data = Path.of(args[0]);
        endOrphan(data);
        LocalPostgres postgres = LocalPostgres.start(
                data, Integer.parseInt(args[1]), Arrays.asList(args).subList(2, args.length));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "stop"));
        ProcessHandle server = server(data).orElseThrow(() -> new IllegalStateException("PostgreSQL left no pid"));
        try {
            server.onExit().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().halt(1); // it was killed: there is nothing left to stop
    }

    /** A server whose keeper was killed still holds the data and the port. */
    private static void endOrphan(Path data) throws InterruptedException {
        Optional<ProcessHandle> orphan = server(data);
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(10, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                orphan.get().destroyForcibly();
            }
        }
    }

    private static Optional<ProcessHandle> server(Path data) {
        Path file = data.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).get(0).strip()))
                            .filter(process ->
                                    process.info().command().orElse("").contains("postgres"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // gone between the look and the reading
        }
    }
}
