package parallax.local.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import parallax.local.system.Layout;

/** Which folder has a source's name for itself: of two folders with an {@code index.md} each, neither overwrites the other's. */
public final class Claims {

    private final Path notes;

    /** Those of the system of {@code layout}. */
    public Claims(Layout layout) {
        this.notes = layout.pushed();
    }

    /**
     * What the ids of the documents in {@code folder} begin with: the source's name for the first folder that comes from it, the
     * same with the folder's mark for every other. Who has moved a folder keeps its name.
     */
    public String prefix(String source, Path folder) throws IOException {
        Path note = Files.createDirectories(notes).resolve(source + ".folder");
        Path real = folder.toRealPath();
        Path first = Files.exists(note) ? Path.of(Files.readString(note)) : real;
        if (!first.equals(real) && Files.isDirectory(first)) {
            return source + "~" + mark(real);
        }
        Files.writeString(note, real.toString());
        return source;
    }

    private static String mark(Path folder) {
        return UUID.nameUUIDFromBytes(folder.toString().getBytes(UTF_8))
                .toString()
                .substring(0, 8);
    }
}
