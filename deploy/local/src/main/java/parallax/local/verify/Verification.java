package parallax.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs every test there is, and says at the end what ran and what was left out and why. Counterparts are installed while the tests
 * run that need none, and give way to them.
 */
public final class Verification {

    private final Path root;
    private final boolean install;
    private final List<String> summary = new ArrayList<>();
    private volatile boolean passed = true;

    /**
     * A verification.
     *
     * @param root the checkout
     * @param install whether counterparts that are missing may be installed
     */
    public Verification(Path root, boolean install) {
        this.root = root;
        this.install = install;
    }

    /** Runs it, and returns whether all that ran has passed. */
    public boolean run() throws IOException, InterruptedException {
        ExecutorService installing = Executors.newSingleThreadExecutor();
        Map<Counterpart, Future<String>> missing = new LinkedHashMap<>();
        Counterpart.ALL.forEach(counterpart -> missing.put(counterpart, installing.submit(() -> missing(counterpart))));
        installing.shutdown(); // after these
        maven("build and tests that need nothing but Java", List.of("verify"));
        if (passed) {
            with(missing);
        } else {
            summary.add("left out   counterparts: the tests before them failed");
        }
        System.out.println();
        System.out.println("Summary");
        summary.forEach(line -> System.out.println("  " + line));
        System.out.println(passed ? "Everything that ran has passed." : "FAILED");
        return passed;
    }

    /** Those of one module at once. */
    private void with(Map<Counterpart, Future<String>> missing) throws IOException, InterruptedException {
        Map<String, List<Counterpart>> there = new LinkedHashMap<>();
        for (Map.Entry<Counterpart, Future<String>> entry : missing.entrySet()) {
            Counterpart counterpart = entry.getKey();
            String why = why(entry.getValue());
            if (why.isEmpty()) {
                there.computeIfAbsent(counterpart.module(), module -> new ArrayList<>())
                        .add(counterpart);
            } else {
                summary.add("left out   tests with " + counterpart.name() + ": " + why);
            }
        }
        for (Map.Entry<String, List<Counterpart>> entry : there.entrySet()) {
            String names = entry.getValue().stream().map(Counterpart::name).collect(Collectors.joining(", "));
            maven("tests with " + names, Counterpart.arguments(entry.getKey(), entry.getValue()));
        }
    }

    private static String why(Future<String> missing) throws InterruptedException {
        try {
            return missing.get();
        } catch (ExecutionException e) {
            return "it could not be installed: " + e.getCause();
        }
    }

    /** Empty if it is there, by then perhaps, else why it is not. */
    private String missing(Counterpart counterpart) throws IOException, InterruptedException {
        if (!passed) {
            return "the tests before it failed";
        }
        if (!counterpart.variable().isEmpty() && System.getenv(counterpart.variable()) == null) {
            return "the environment variable " + counterpart.variable() + " does not say where it is";
        }
        return isThere(counterpart) ? "" : install(counterpart);
    }

    private void maven(String what, List<String> arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PARALLAX_MVN", "mvn"), "-B", "-ntp"));
        command.addAll(arguments);
        Instant start = Instant.now();
        System.out.println("> " + String.join(" ", command));
        int exit = new ProcessBuilder(command)
                .directory(root.toFile())
                .inheritIO()
                .start()
                .waitFor();
        passed &= exit == 0;
        summary.add("%s   %s (%d s)"
                .formatted(
                        exit == 0 ? "passed  " : "FAILED  ",
                        what,
                        Duration.between(start, Instant.now()).toSeconds()));
    }

    /** Empty if it is there now, else why it is not. */
    private String install(Counterpart counterpart) throws IOException, InterruptedException {
        if (!install) {
            return "it is not installed, and --no-install was given";
        }
        String missing = answers(counterpart.needs(), folder(counterpart)) ? "" : installPackages(counterpart);
        if (!missing.isEmpty()) {
            return missing;
        }
        if (!counterpart.script().isEmpty()) {
            System.out.println("> installing " + counterpart.name() + " in " + folder(counterpart)
                    + ", once; this can take some minutes");
            answers(List.of("nice", "sh", "-c", counterpart.scriptText()), folder(counterpart));
        }
        return isThere(counterpart) ? "" : "it could not be installed";
    }

    private static String installPackages(Counterpart counterpart) throws IOException, InterruptedException {
        Path here = Path.of("");
        if (!answers(List.of("apt-get", "--version"), here)) {
            return "it is not installed, and this is no Debian to install it on";
        }
        if (!System.getProperty("user.name").equals("root")) {
            return "it is not installed; as root: apt-get install " + String.join(" ", counterpart.packages());
        }
        System.out.println("> installing " + String.join(" ", counterpart.packages()));
        List<String> command = new ArrayList<>(List.of("nice", "apt-get", "install", "-y", "--no-install-recommends"));
        command.addAll(counterpart.packages());
        if (!answers(command, here)) { // perhaps the list of packages is old or not there yet
            answers(List.of("nice", "apt-get", "update"), here);
            answers(command, here);
        }
        return answers(counterpart.needs(), folder(counterpart)) ? "" : "what it needs could not be installed";
    }

    private static boolean isThere(Counterpart counterpart) throws IOException, InterruptedException {
        return answers(counterpart.command(), folder(counterpart));
    }

    /** Outside the checkout, so that a clean build keeps it. */
    private static Path folder(Counterpart counterpart) throws IOException {
        String cache =
                System.getenv().getOrDefault("PARALLAX_CACHE", System.getProperty("user.home") + "/.cache/parallax");
        return Files.createDirectories(Path.of(cache, counterpart.tag()));
    }

    private static boolean answers(List<String> command, Path folder) throws InterruptedException {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            Process process = builder.start();
            if (process.waitFor(15, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            return false;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
