package parallax.local.system;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param root the checkout
 * @param data everything that the running system keeps
 */
public record Layout(Path root, Path data) {

    /** The Hugo content folder that the blog posts are written to. */
    public Path posts() {
        return data.resolve("posts");
    }

    /** Where folders may lie that ingest watches. */
    public Path folders() {
        return data.resolve("folders");
    }

    /** What {@code ./parallax ingest} remembers. */
    public Path pushed() {
        return data.resolve("pushed");
    }

    /** What each process says. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** The file with the token that writes need. */
    public Path tokenFile() {
        return data.resolve("token");
    }

    /** The five documents of the demo. */
    public Path seeds() {
        return root.resolve("seeds");
    }

    Path state() {
        return data.resolve("state.json");
    }

    Path received() {
        return data.resolve("received.ndjson");
    }

    Path jar(Service service) {
        Path target = root.resolve(service.module()).resolve("target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElse(target.resolve("missing-app.jar"));
        } catch (IOException e) {
            throw new IllegalStateException("cannot look into " + target, e);
        }
    }

    /** Makes the folders, and the token if there is none. */
    String prepare() throws IOException {
        for (Path folder : List.of(data, posts(), folders(), logs())) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(tokenFile())) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        tokenFile(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(tokenFile(), HexFormat.of().formatHex(secret));
        }
        return Files.readString(tokenFile()).strip();
    }

    /** Forgets everything that was kept, but not the launcher itself, which lives in the default folder. */
    void clear() throws IOException {
        for (String name :
                List.of("kafka", "postgres", "posts", "pushed", "logs", "token", "state.json", "received.ndjson")) {
            Path path = data.resolve(name);
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }
}
