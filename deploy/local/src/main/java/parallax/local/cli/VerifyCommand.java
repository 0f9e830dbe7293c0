package parallax.local.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import parallax.local.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Builds everything and passes every test, then those against real counterparts that this machine can have.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--no-install", description = "Install no counterpart; use those that are there.")
    private boolean noInstall;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Verification(data.layout().root(), !noInstall).run() ? 0 : 1;
    }
}
