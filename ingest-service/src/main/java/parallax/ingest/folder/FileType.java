package parallax.ingest.folder;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parallax.ingest.identity.ContentType;

/** What a file's name says of what is in it. */
final class FileType {

    private static final Map<String, ContentType> TYPES = Map.of(
            "md", ContentType.MARKDOWN,
            "markdown", ContentType.MARKDOWN,
            "mdown", ContentType.MARKDOWN,
            "txt", ContentType.PLAIN,
            "text", ContentType.PLAIN,
            "html", ContentType.HTML,
            "htm", ContentType.HTML,
            "srt", ContentType.SUBRIP,
            "vtt", ContentType.VTT);

    private FileType() {}

    /** The type of a document of this name; empty if it is none. */
    static Optional<ContentType> of(String name) {
        int dot = name.lastIndexOf('.');
        return Optional.ofNullable(TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)))
                .filter(type -> dot > 0);
    }
}
