package parallax.local.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parallax.local.console.Console;

/** Builds the services if they are not built, or older than what they are built from. */
public final class Build {

    private static final Pattern MODULE =
            Pattern.compile("Building (Parallax [\\w -]+?) [\\d.]+\\S* +\\[(\\d+)/(\\d+)\\]");
    private static final List<String> SOURCES = List.of(
            "events",
            "stream",
            "edge",
            "egress",
            "front-matter",
            "ingest-service",
            "enrich-service",
            "publish-service");
    private static final int TAIL = 60;

    private Build() {}

    /**
     * Builds what is not built.
     *
     * @throws IllegalStateException with the end of Maven's log if it fails
     */
    public static void ifNeeded(Layout layout, Console console) throws IOException, InterruptedException {
        FileTime newest = newestSource(layout.root());
        boolean fresh = Arrays.stream(Service.values()).map(layout::jar).allMatch(jar -> isNewer(jar, newest));
        if (fresh) {
            return;
        }
        String mvn = System.getenv().getOrDefault("PARALLAX_MVN", "mvn");
        Process maven = new ProcessBuilder(
                        mvn,
                        "-B",
                        "-ntp",
                        "-DskipTests",
                        "package",
                        "-am",
                        "-pl",
                        "ingest-service,enrich-service,publish-service")
                .directory(layout.root().toFile())
                .redirectErrorStream(true)
                .start();
        Deque<String> tail = new ArrayDeque<>();
        String module = "Maven";
        try (BufferedReader lines = maven.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                tail.add(line);
                if (tail.size() > TAIL) {
                    tail.remove();
                }
                Matcher building = MODULE.matcher(line);
                module = building.find()
                        ? building.group(1) + " (" + building.group(2) + " of " + building.group(3) + ")"
                        : module;
                console.progress("building " + module);
            }
        }
        if (maven.waitFor() != 0) {
            throw new IllegalStateException("the build failed:\n" + String.join("\n", tail));
        }
        console.step("built the three services");
    }

    private static FileTime newestSource(Path root) throws IOException {
        FileTime newest = Files.getLastModifiedTime(root.resolve("pom.xml"));
        for (String module : SOURCES) {
            try (Stream<Path> main = Files.walk(root.resolve(module).resolve("src/main"));
                    Stream<Path> files =
                            Stream.concat(Stream.of(root.resolve(module).resolve("pom.xml")), main)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    FileTime time = Files.getLastModifiedTime(file);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }

    private static boolean isNewer(Path jar, FileTime source) {
        try {
            return Files.exists(jar) && Files.getLastModifiedTime(jar).compareTo(source) >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
