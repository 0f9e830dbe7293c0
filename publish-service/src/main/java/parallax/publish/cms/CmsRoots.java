package parallax.publish.cms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import parallax.publish.PublishSettings;
import parallax.publish.problem.PublishException;

/** The folders under which CMS folders may lie: who may register a channel may not write everywhere. */
@Component
class CmsRoots {

    private final List<Path> roots;

    @Autowired
    CmsRoots(PublishSettings settings) {
        this(settings.cmsRoots());
    }

    CmsRoots(List<Path> roots) {
        this.roots = roots;
    }

    /** The folder, made if it is missing. */
    Path admit(String folder) {
        try {
            Path path = Path.of(folder);
            if (!path.isAbsolute()) {
                throw refused("\"folder\" must be an absolute path.", null);
            }
            Path plain = path.normalize();
            for (Path root : roots) {
                if (plain.startsWith(root.toAbsolutePath().normalize())) {
                    Path real = Files.createDirectories(plain).toRealPath();
                    if (real.startsWith(root.toRealPath())) { // no symbolic link leads out
                        return real;
                    }
                }
            }
        } catch (InvalidPathException | IOException e) {
            throw refused("\"folder\" cannot be used: " + e.getMessage() + ".", e);
        }
        throw refused(
                roots.isEmpty()
                        ? "No folder may be written to: set parallax.publish.cms-roots to the folders under which CMS folders may lie."
                        : "\"folder\" does not lie under one of parallax.publish.cms-roots.",
                null);
    }

    private static PublishException refused(String detail, @Nullable Throwable cause) {
        return new PublishException.BadInput("folder-refused", "Folder refused", detail, cause);
    }
}
