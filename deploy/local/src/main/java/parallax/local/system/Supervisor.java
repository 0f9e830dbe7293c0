package parallax.local.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts processes, starts again those that die, and stops all of them, the last started first. */
final class Supervisor implements AutoCloseable {

    /** A terminal sends Ctrl-C to every process at once; they are to be stopped one after another instead, by us. */
    private static final List<String> SPARED_FROM_CTRL_C = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final int MOST_RESTARTS = 10;

    private final Path logs;
    private final Consumer<String> say;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private boolean closing;

    private record Running(Part part, Process process, Instant since, int restarts) {}

    /**
     * A supervisor of nothing yet.
     *
     * @param logs folder for what the processes say
     * @param say told when one dies
     */
    Supervisor(Path logs, Consumer<String> say) {
        this.logs = logs;
        this.say = say;
    }

    synchronized void start(Part part) {
        start(part, 0);
    }

    private void start(Part part, int restarts) {
        List<String> command = new ArrayList<>(SPARED_FROM_CTRL_C);
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        logs.resolve(part.name() + ".log").toFile()));
        builder.environment().putAll(part.environment());
        try {
            running.put(part.name(), new Running(part, builder.start(), Instant.now(), restarts));
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + part.name() + ": " + e.getMessage(), e);
        }
    }

    /** Looks after the processes; to be called often. A process that keeps dying is given up after ten tries. */
    synchronized boolean restartTheDead() {
        boolean any = false;
        for (Running dead : List.copyOf(running.values())) {
            if (closing || dead.process().isAlive()) {
                continue;
            }
            boolean wasSteady = dead.since().plus(STEADY).isBefore(Instant.now());
            int restarts = wasSteady ? 0 : dead.restarts() + 1;
            if (restarts > MOST_RESTARTS) {
                throw new IllegalStateException(dead.part().name() + " dies again and again; see "
                        + logs.resolve(dead.part().name() + ".log"));
            }
            if (dead.since().plusSeconds(restarts).isAfter(Instant.now())) {
                continue; // not too fast
            }
            say.accept(dead.part().name() + " died (exit " + dead.process().exitValue() + "), starting it again");
            start(dead.part(), restarts);
            any = true;
        }
        return any;
    }

    synchronized List<State.Running> processes() {
        return running.values().stream()
                .map(one -> new State.Running(one.part().name(), one.process().pid()))
                .toList();
    }

    /** Stops everything, services before what they stand on: each is asked, and after twenty seconds made to. */
    @Override
    public synchronized void close() {
        closing = true;
        List<Process> services = new ArrayList<>();
        List<Process> stores = new ArrayList<>();
        running.values().forEach(one -> (one.part().health() == null ? stores : services).add(one.process()));
        stop(services);
        Collections.reverse(stores);
        stores.forEach(process -> stop(List.of(process)));
    }

    private static void stop(Collection<Process> processes) {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
