package parallax.ingest.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of text that a document may be. */
public enum ContentType {
    MARKDOWN("text/markdown"),
    PLAIN("text/plain"),
    HTML("text/html"),
    VTT("text/vtt"),
    SUBRIP("application/x-subrip");

    private final String mediaType;

    ContentType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As on the wire, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether it is what is said in a recording, with the times at which it is said. */
    public boolean subtitles() {
        return this == VTT || this == SUBRIP;
    }

    /** The content type with this media type, which has no parameters. */
    public static Optional<ContentType> of(String mediaType) {
        String lower = mediaType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(lower))
                .findFirst();
    }

    /** All of them, for a message to the sender. */
    public static String all() {
        return Arrays.stream(values()).map(ContentType::mediaType).collect(Collectors.joining(", "));
    }
}
