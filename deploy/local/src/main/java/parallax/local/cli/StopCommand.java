package parallax.local.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parallax.local.system.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        aliases = "down",
        description = "Stops everything that up or demo started.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 90;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        State state = data.running();
        ProcessHandle launcher = ProcessHandle.of(state.launcher()).orElseThrow();
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            state.processes().forEach(one -> ProcessHandle.of(one.pid()).ifPresent(ProcessHandle::destroyForcibly));
            launcher.destroyForcibly();
        }
        System.out.println("Stopped; the data stays in " + state.data() + ".");
        return 0;
    }
}
