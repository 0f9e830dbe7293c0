package parallax.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text. What the bytes are outweighs what is said of them: text that is good UTF-8 is UTF-8, since other encodings
 * look like it by accident only.
 */
final class FeedText {

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})");
    private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';]{1,40})");
    /** What these names mean on the web at large (WHATWG Encoding): more than their standards say. */
    private static final Map<String, String> ON_THE_WEB = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"));

    private static final int PROLOGUE = 512;

    private FeedText() {}

    /** Without what is left of a word, or of a character, where the text was cut: to the last mark that ends something. */
    static byte[] toLastMark(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '>' && bytes[end - 1] != '}') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    static String decode(byte[] bytes, @Nullable String contentType, Warnings warnings) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            int length = marked.equals(UTF_8) ? 3 : 2;
            return new String(bytes, length, bytes.length - length, marked);
        }
        String prologue = new String(bytes, 0, Math.min(PROLOGUE, bytes.length), StandardCharsets.ISO_8859_1);
        List<String> names = new ArrayList<>();
        find(DECLARED, prologue).ifPresent(names::add);
        find(PARAMETER, contentType == null ? "" : contentType).ifPresent(names::add);
        Optional<String> utf8 = strictly(bytes, UTF_8);
        if (utf8.isPresent()) {
            for (String name : names) {
                Charset charset = charset(name);
                if ((charset == null || !charset.equals(UTF_8)) && !isAscii(bytes) && !isUtf16(charset)) {
                    warnings.add(
                            "encoding-wrong",
                            "The encoding is said to be " + Warnings.quote(name) + ", but the text is UTF-8; read so.");
                    break;
                }
            }
            return utf8.get();
        }
        for (String name : names) {
            Charset charset = charset(name);
            if (charset == null) {
                warnings.add("encoding-unknown", "No encoding is called " + Warnings.quote(name) + ".");
                continue;
            }
            Optional<String> text = strictly(bytes, charset);
            if (text.isPresent() && !charset.equals(UTF_8)) {
                return text.get();
            }
        }
        return guess(bytes, names, warnings);
    }

    private static String guess(byte[] bytes, List<String> names, Warnings warnings) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        Charset found = detector.getDetectedCharset() == null ? null : charset(detector.getDetectedCharset());
        boolean mostlyUtf8 = names.stream().anyMatch(name -> UTF_8.equals(charset(name))) && brokenUtf8(bytes);
        Charset taken = mostlyUtf8 ? UTF_8 : found == null ? Charset.forName("windows-1252") : found;
        warnings.add(
                "encoding-wrong",
                "The text is not in the encoding " + (names.isEmpty() ? "UTF-8" : Warnings.quote(names.get(0)))
                        + "; read as " + taken.name() + ".");
        return new String(bytes, taken);
    }

    /** Whether it is UTF-8 but for a few bytes, as after a text was cut in the middle of a character. */
    private static boolean brokenUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long other = text.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        return broken * 10 < other;
    }

    private static @Nullable Charset byteOrderMark(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            return UTF_8;
        }
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return UTF_16BE;
        }
        return bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE ? UTF_16LE : null;
    }

    private static boolean isUtf16(@Nullable Charset charset) {
        return charset != null && charset.name().startsWith("UTF-16");
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Charset charset(String name) {
        try {
            String label = name.strip().toLowerCase(Locale.ROOT);
            return Charset.forName(ON_THE_WEB.getOrDefault(label, label));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
