package parallax.events;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which files of a folder are documents, and of what kind: the same whether the folder is watched or pushed. */
public final class DocumentFiles {

    private static final String MARKDOWN = "text/markdown";
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";

    private static final Map<String, String> TYPES = Map.of(
            "md", MARKDOWN,
            "markdown", MARKDOWN,
            "mdown", MARKDOWN,
            "txt", PLAIN,
            "text", PLAIN,
            "html", HTML,
            "htm", HTML,
            "srt", "application/x-subrip",
            "vtt", "text/vtt");

    private DocumentFiles() {}

    /** The content type of a file of this name, without its folders; empty if its ending is none of a document. */
    public static Optional<String> contentType(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? Optional.ofNullable(TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Whether a file of this name is one: section pages of site generators are none, nor what an editor hides or keeps for itself. */
    public static boolean isDocument(String name) {
        return !name.startsWith(".")
                && !name.startsWith("_")
                && !name.startsWith("~")
                && !name.toLowerCase(Locale.ROOT).startsWith("readme.")
                && contentType(name).isPresent();
    }

    /** Whether a folder of this name, within the one that was named, is looked into: those of templates, settings and drafts are not. */
    public static boolean isFolderOfDocuments(String name) {
        return !name.startsWith(".")
                && !name.equals("node_modules")
                && (!name.startsWith("_") || name.equals("_posts"));
    }
}
