package parallax.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parallax.local.console.Console;

/** The whole of Parallax on this machine, from start to stop. */
public final class LocalSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Plan plan;
    private final Console console;
    private final Supervisor supervisor;
    private final String token;
    private final Health health = new Health();

    private LocalSystem(Plan plan, Console console, String token) {
        this.plan = plan;
        this.console = console;
        this.token = token;
        this.supervisor = new Supervisor(plan.layout().logs(), console::step);
    }

    /**
     * Makes sure that nothing stands in the way of a start: not another system with the same data, nor a port that is taken.
     *
     * @throws IllegalStateException saying what does
     */
    public static void requireFree(Plan plan) {
        Layout layout = plan.layout();
        State.read(layout).filter(State::alive).ifPresent(state -> {
            throw new IllegalStateException("the data in " + layout.data() + " is in use by process " + state.launcher()
                    + "; stop it with ./parallax stop, or choose another folder with --data");
        });
        endOrphans(layout);
        List<String> taken =
                Ports.taken(plan.allPorts()).stream().map(String::valueOf).toList();
        if (!taken.isEmpty()) {
            throw new IllegalStateException("already taken: port " + String.join(", ", taken)
                    + "; choose others with --ports BASE (now " + plan.ports().base() + ")");
        }
    }

    /**
     * Starts everything and returns once it answers.
     *
     * @param fresh whether to forget what was kept
     * @throws IllegalStateException naming what did not come up
     */
    public static LocalSystem start(Plan plan, boolean fresh, Console console)
            throws IOException, InterruptedException {
        Layout layout = plan.layout();
        if (fresh) {
            layout.clear();
        }
        LocalSystem system = new LocalSystem(plan, console, layout.prepare());
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        system.run();
        return system;
    }

    /** Watches over the processes until this one is told to stop. */
    public void watch() throws InterruptedException {
        while (true) {
            Thread.sleep(500);
            if (supervisor.restartTheDead()) {
                state(true).write(plan.layout());
            }
        }
    }

    /** What runs. */
    public State state(boolean ready) {
        return new State(
                ProcessHandle.current().pid(),
                ready,
                plan.urls(false),
                plan.urls(true),
                plan.receiver(),
                token,
                plan.layout().data().toString(),
                supervisor.processes());
    }

    @Override
    public void close() {
        supervisor.close();
        try {
            Files.deleteIfExists(plan.layout().state());
        } catch (IOException e) {
            console.print("cannot delete " + plan.layout().state() + ": " + e.getMessage());
        }
    }

    private void run() throws InterruptedException {
        List<Part> stores = plan.stores();
        stores.forEach(supervisor::start);
        await(stores);
        List<Part> services = plan.services(token);
        services.forEach(supervisor::start);
        await(services);
        state(true).write(plan.layout());
    }

    private void await(List<Part> parts) throws InterruptedException {
        List<Part> waiting = new ArrayList<>(parts);
        Instant deadline = Instant.now().plus(PATIENCE);
        state(false).write(plan.layout());
        while (!waiting.isEmpty()) {
            for (Part part : List.copyOf(waiting)) {
                if (health.isUp(part)) {
                    waiting.remove(part);
                    console.step(part.name() + " is up (port " + part.port() + ")");
                }
            }
            if (supervisor.restartTheDead()) {
                state(false).write(plan.layout());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(waiting.get(0).name() + " did not come up; see "
                        + plan.layout().logs().resolve(waiting.get(0).name() + ".log"));
            }
            if (!waiting.isEmpty()) {
                console.progress("waiting for "
                        + String.join(", ", waiting.stream().map(Part::name).toList()));
                Thread.sleep(200);
            }
        }
    }

    /** A launcher that was killed leaves its processes behind. */
    private static void endOrphans(Layout layout) {
        State.read(layout).ifPresent(state -> state.processes().forEach(one -> ProcessHandle.of(one.pid())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .ifPresent(process -> {
                    process.destroy();
                    try {
                        process.onExit().get(20, TimeUnit.SECONDS);
                    } catch (ExecutionException | TimeoutException e) {
                        process.destroyForcibly();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })));
    }
}
