package parallax.local.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document to push.
 *
 * @param id stable for the same file; null for a URL, which is its own id
 * @param name for people
 * @param contentType by the file's ending
 * @param file where its bytes are; null for a URL
 * @param url where it stands on the web; null for a file
 */
record Submission(
        @Nullable String id,
        String name,
        String contentType,
        @Nullable Path file,
        @Nullable String url) {

    private static final Map<String, String> TYPES = Map.of(
            "md", "text/markdown",
            "markdown", "text/markdown",
            "txt", "text/plain",
            "html", "text/html",
            "htm", "text/html",
            "srt", "application/x-subrip",
            "vtt", "text/vtt");

    /** The documents that {@code argument}, a file, folder or URL, stands for, in the order of their names. */
    static List<Submission> of(String argument) {
        if (argument.startsWith("http://") || argument.startsWith("https://")) {
            return List.of(new Submission(null, argument, "text/html", null, argument));
        }
        Path path = Path.of(argument);
        if (Files.isRegularFile(path)) {
            return List.of(file(path, path.getFileName().toString()));
        }
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("there is no file or folder " + argument);
        }
        try (Stream<Path> files = Files.walk(path)) {
            List<Submission> found = new ArrayList<>();
            files.filter(Files::isRegularFile)
                    .sorted()
                    .filter(file -> isDocument(path.relativize(file)))
                    .forEach(file -> found.add(file(file, path.relativize(file).toString())));
            return toldApart(found);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + argument, e);
        }
    }

    /** Of two files whose paths give one id, {@code a/b.md} and {@code a-b.txt}, the later one has its path's digest in its own. */
    private static List<Submission> toldApart(List<Submission> found) {
        Set<String> taken = new HashSet<>();
        return found.stream()
                .map(one -> one.id() == null || taken.add(one.id()) ? one : one.called(idOf(one.name(), one.id())))
                .toList();
    }

    private static String idOf(String name, String taken) {
        return taken.substring(0, Math.min(180, taken.length())) + "-" + Integer.toHexString(name.hashCode());
    }

    private Submission called(String otherId) {
        return new Submission(otherId, name, contentType, file, url);
    }

    private static boolean isDocument(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = file.getFileName().toString();
        return TYPES.containsKey(ending(name)) && !name.toLowerCase(Locale.ROOT).startsWith("readme.");
    }

    private static Submission file(Path file, String name) {
        String type = TYPES.getOrDefault(ending(name), "text/plain");
        return new Submission(idOf(name), name, type, file, null);
    }

    /** A path as an id: what an id cannot hold becomes a dash. */
    static String idOf(String path) {
        String withoutEnding = path.replaceFirst("\\.[A-Za-z]{1,8}$", "");
        String id = withoutEnding.replaceAll("[^\\p{L}\\p{N}._:~@+=,-]+", "-").replaceAll("^-+|-+$", "");
        return id.isEmpty() ? "document" : id.substring(0, Math.min(200, id.length()));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
