package parallax.ingest.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Map;
import parallax.ingest.refusal.Malformed;

/** Text to bytes and back without ever replacing what cannot be converted. */
public final class Utf8 {

    /** What Java puts in the place of what it cannot read; so it is fast, and we look only where there is one. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The text that {@code bytes} hold. */
    public static String decode(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictly(bytes);
    }

    /** Tells a text that holds the replacement character from one that cannot be read, and where. */
    private static String strictly(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int offset = in.position();
            int line = 1;
            for (int i = 0; i < offset; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Malformed(
                    "invalid-utf-8",
                    "Invalid UTF-8",
                    "The body is no UTF-8: the byte at offset " + offset + " (line " + line
                            + ") does not belong there. Convert it to UTF-8 first.",
                    Map.of("byte", offset, "line", line));
        }
        return out.flip().toString();
    }

    /** The bytes of {@code text}, which may come from JSON and so hold half a character. */
    public static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new Malformed(
                            "half-character",
                            "Half a character",
                            "A text holds half of a surrogate pair (\\uD800 to \\uDFFF without its other half), which is no"
                                    + " character. Send both halves or none.");
                }
                i++;
            }
        }
        return text.getBytes(UTF_8);
    }
}
