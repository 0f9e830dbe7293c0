package parallax.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.Malformed;

/** Where watched folders may lie. */
@Component
public class FolderRoots {

    private final List<Path> roots;

    FolderRoots(IngestSettings settings) {
        this.roots = settings.folderRoots();
    }

    /**
     * The folder, with every symbolic link in its path followed.
     *
     * @throws Malformed if it is none, or does not lie under one of the roots
     */
    public Path require(String folder) {
        if (roots.isEmpty()) {
            throw refused(
                    "No folder may be watched: set parallax.ingest.folder-roots to those under which they may lie.");
        }
        Path real = real(folder);
        if (real == null) {
            throw refused("There is no folder " + folder + " where ingest runs, or it may not be read.");
        }
        if (!Files.isDirectory(real) || !Files.isReadable(real)) {
            throw refused("It is no folder that may be read.");
        }
        return real;
    }

    /** Null if it is not there. What lies outside of the roots is not looked at: whether it is there is nobody's business. */
    private @Nullable Path real(String folder) {
        try {
            Path path = Path.of(folder);
            if (!path.isAbsolute()) {
                throw refused("\"folder\" must be an absolute path, as /srv/blog/posts is.");
            }
            Path plain = path.normalize();
            if (roots.stream()
                    .noneMatch(root -> plain.startsWith(root.toAbsolutePath().normalize()))) {
                throw outside();
            }
            Path real = plain.toRealPath();
            for (Path root : roots) {
                if (Files.exists(root) && real.startsWith(root.toRealPath())) {
                    return real;
                }
            }
            throw outside(); // a link leads out
        } catch (InvalidPathException | IOException e) {
            return null;
        }
    }

    private Malformed outside() {
        return refused("\"folder\" must lie under "
                + roots.stream().map(Path::toString).collect(Collectors.joining(" or "))
                + ". The setting parallax.ingest.folder-roots names more (./parallax up --folders DIR).");
    }

    private static Malformed refused(String why) {
        return new Malformed("folder-refused", "Folder refused", why);
    }
}
