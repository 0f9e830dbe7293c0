package parallax.publish.cms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.publish.delivery.Channel;
import parallax.publish.delivery.Outcome;
import parallax.publish.delivery.Parcel;
import tools.jackson.databind.json.JsonMapper;

/** A content folder of Hugo or Eleventy: a file a story. What a person changed or deleted stays so. */
@Component
class MarkdownChannel implements Channel, CmsKind {

    static final String KIND = "markdown";

    private final JsonMapper json;
    private final CmsRoots roots;

    MarkdownChannel(JsonMapper json, CmsRoots roots) {
        this.json = json;
        this.roots = roots;
    }

    @Override
    public String admit(CmsChannels.Request request) {
        if (request.folder() == null) {
            throw CmsChannels.bad("folder-refused", "Folder refused", "\"folder\" is missing.");
        }
        return json.writeValueAsString(
                new MarkdownConfig(roots.admit(request.folder()).toString()));
    }

    @Override
    public String place(String config) {
        return json.readValue(config, MarkdownConfig.class).folder();
    }

    @Override
    public Map<String, String> shown(String config) {
        return Map.of("folder", place(config));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String family() {
        return "cms";
    }

    @Override
    public Outcome deliver(Parcel parcel) {
        MarkdownConfig config = json.readValue(parcel.channel().config(), MarkdownConfig.class);
        String name = fileName(parcel.storyId());
        Path file = Path.of(config.folder()).resolve(name);
        try {
            return parcel.story() == null ? remove(file, parcel) : write(file, Post.of(parcel.story()), name, parcel);
        } catch (IOException e) {
            return new Outcome.Retry(name + " could not be written: " + reason(e), null);
        }
    }

    /** What the system says, "No space left on device" say, without the paths of this machine. */
    private static String reason(IOException e) {
        String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return said == null || said.isBlank() ? e.getClass().getSimpleName().replace("Exception", "") : said;
    }

    private static Outcome write(Path file, String post, String name, Parcel parcel) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            String there = read(file);
            if (post.equals(there)) {
                return new Outcome.Delivered(name + " is as it should be", name, Seal.hash(post));
            }
            if (there == null || !ours(there, parcel)) {
                return new Outcome.Conflict(name + " was changed by a person, or is not ours: left as it is");
            }
        } else if (parcel.artifactHash() != null) {
            return new Outcome.Conflict(name + " was deleted by a person: not written again");
        }
        Files.createDirectories(file.getParent());
        // One writes a story at a time; what a crash left behind is written over.
        Path temporary = file.resolveSibling("." + name + ".tmp");
        try {
            Files.writeString(
                    temporary,
                    post,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
        return new Outcome.Delivered(name + " written", name, Seal.hash(post));
    }

    private static Outcome remove(Path file, Parcel parcel) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            String there = read(file);
            if (there == null || !ours(there, parcel)) {
                return new Outcome.Conflict(
                        file.getFileName() + " was changed by a person, or is not ours: not deleted");
            }
            Files.delete(file);
        }
        return new Outcome.Delivered(file.getFileName() + " is gone", null, null);
    }

    /** By our memory, or, where we crashed before we could remember, by its seal. */
    private static boolean ours(String there, Parcel parcel) {
        return Seal.hash(there).equals(parcel.artifactHash()) || Seal.intact(there);
    }

    /** Null if it is nothing that we could have written. */
    private static @Nullable String read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                : null;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The same for ever; an id that is no fit file name is hashed. */
    static String fileName(String storyId) {
        return (storyId.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
                        ? storyId
                        : "story-" + Seal.hash(storyId).substring(0, 32))
                + ".md";
    }
}
