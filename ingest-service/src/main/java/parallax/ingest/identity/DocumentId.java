package parallax.ingest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import parallax.ingest.refusal.Malformed;

/** The name of a document that stays over its revisions. */
public final class DocumentId {

    private static final int MAX_LENGTH = 200;
    private static final int HASH_DIGITS = 32;
    private static final String PUNCTUATION = "._:~@+=,-";

    private DocumentId() {}

    /**
     * The given id; else one made from the URL, which a correction keeps; else one made from the text, which it does not.
     *
     * @param content in UTF-8
     */
    public static String of(@Nullable String given, @Nullable CanonicalUrl url, String source, byte[] content) {
        if (given != null) {
            return require(given);
        }
        if (url != null) {
            return "url-" + Sha256.hex(url.toString().getBytes(UTF_8)).substring(0, HASH_DIGITS);
        }
        return "sha-" + Sha256.hex(source.getBytes(UTF_8), new byte[1], content).substring(0, HASH_DIGITS);
    }

    /** What tells one state of a document's text from another: SHA-256 of {@code content}, which is UTF-8. */
    public static String revision(byte[] content) {
        return Sha256.hex(content);
    }

    /** The id as given, if it may be one. */
    public static String require(String id) {
        int length = id.codePointCount(0, id.length());
        if (length == 0 || length > MAX_LENGTH) {
            throw new Malformed(
                    "id-invalid",
                    "Id invalid",
                    "\"id\" must have 1 to " + MAX_LENGTH + " characters; this one has " + length + ".");
        }
        int position = 0;
        for (int at = 0; at < id.length(); at = id.offsetByCodePoints(at, 1)) {
            position++;
            int character = id.codePointAt(at);
            if (!allowed(character)) {
                throw new Malformed(
                        "id-invalid",
                        "Id invalid",
                        "\"id\" may hold letters and digits of any script and " + PUNCTUATION + " but character "
                                + position + " is U+" + String.format("%04X", character)
                                + ". Replace it, for example by \"-\".",
                        Map.of("position", position));
            }
        }
        return id;
    }

    /** Marks belong to letters: most scripts of India cannot be written without. */
    private static boolean allowed(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(character) || PUNCTUATION.indexOf(character) >= 0;
        };
    }
}
