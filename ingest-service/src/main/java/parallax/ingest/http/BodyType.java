package parallax.ingest.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import parallax.ingest.identity.ContentType;
import parallax.ingest.refusal.UnsupportedType;

/**
 * How the body of an upload is to be read.
 *
 * @param document the document's own type; empty if the body is JSON
 * @param lines whether it is JSON line by line
 */
record BodyType(Optional<ContentType> document, boolean lines) {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    /** All that we read, for a message to the sender. */
    static String all() {
        return ContentType.all() + ", " + JSON + ", " + NDJSON;
    }

    static BodyType of(@Nullable String header) {
        MediaType type = parse(header);
        if (type.getCharset() != null && !type.getCharset().equals(StandardCharsets.UTF_8)) {
            throw new UnsupportedType(
                    "Only the charset UTF-8 is read. Convert the body and send it with charset=utf-8.");
        }
        String name = type.getType() + "/" + type.getSubtype();
        Optional<ContentType> document = ContentType.of(name);
        if (document.isEmpty() && !name.equalsIgnoreCase(JSON) && !name.equalsIgnoreCase(NDJSON)) {
            throw unsupported();
        }
        return new BodyType(document, name.equalsIgnoreCase(NDJSON));
    }

    private static MediaType parse(@Nullable String header) {
        try {
            if (header != null && !header.isBlank()) {
                return MediaType.parseMediaType(header);
            }
        } catch (InvalidMediaTypeException e) {
            throw unsupported(); // a charset that does not exist ends here too
        }
        throw unsupported();
    }

    private static UnsupportedType unsupported() {
        return new UnsupportedType("The header Content-Type must be one of " + all()
                + ", with charset=utf-8 or none; the body must be what it says.");
    }
}
