package parallax.local.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parallax.events.DocumentFiles;

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

    private static final int LONGEST_ID = 200;

    private static final Pattern DIGEST = Pattern.compile("(?i)(?<![0-9a-z])(?=[0-9]*[a-f])[0-9a-f]{16,}(?![0-9a-z])");

    /** The documents that {@code argument} stands for, in the order of their names. */
    static List<Submission> of(Argument argument) {
        String text = argument.text();
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return List.of(new Submission(null, text, "text/html", null, text));
        }
        Path path = Path.of(text);
        if (Files.isRegularFile(path)) {
            return List.of(file(path, path.getFileName().toString(), argument.prefix()));
        }
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException("there is no file or folder " + text);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return toldApart(files.filter(Files::isRegularFile)
                    .sorted()
                    .filter(file -> isDocument(path.relativize(file)))
                    .map(file -> file(file, path.relativize(file).toString(), argument.prefix()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the folder " + text, e);
        }
    }

    /** Of two files whose paths give one id, {@code talk.md} and {@code talk.srt}, the later one has its path's digest in its own. */
    private static List<Submission> toldApart(List<Submission> found) {
        Set<String> taken = new HashSet<>();
        return found.stream()
                .map(one -> one.id() == null || taken.add(one.id()) ? one : one.called(shortened(one.id(), one.name())))
                .toList();
    }

    private Submission called(String otherId) {
        return new Submission(otherId, name, contentType, file, url);
    }

    private static boolean isDocument(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (!DocumentFiles.isFolderOfDocuments(folder.getFileName().toString())) {
                return false;
            }
        }
        return DocumentFiles.isDocument(file.getFileName().toString());
    }

    private static Submission file(Path file, String name, String prefix) {
        String type = DocumentFiles.contentType(file.getFileName().toString()).orElse("text/plain");
        return new Submission(idOf(name, prefix), name, type, file, null);
    }

    /**
     * The same for the same file, another for any other: the source and the path within it, as ingest itself names the files of a
     * watched folder. Who has named a file by a digest has done so already.
     */
    static String idOf(String path, String prefix) {
        String plain = path.replaceFirst("\\.[A-Za-z]{1,8}$", "").replaceFirst("(?<=.)/index$", "");
        String name = plain.substring(plain.lastIndexOf('/') + 1);
        String id = DIGEST.matcher(name).find() ? name : prefix + ":" + plain.replace('/', ':');
        String clean = id.replaceAll("[^\\p{L}\\p{M}\\p{N}._:~@+=,-]+", "-");
        return clean.codePointCount(0, clean.length()) > LONGEST_ID ? shortened(clean, path) : clean;
    }

    private static String shortened(String id, String path) {
        int kept = id.offsetByCodePoints(0, Math.min(LONGEST_ID - 20, id.codePointCount(0, id.length())));
        return id.substring(0, kept) + "-" + Integer.toHexString(path.hashCode());
    }
}
