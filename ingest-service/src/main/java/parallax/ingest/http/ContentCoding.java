package parallax.ingest.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.UnsupportedType;

/** A body as it was before its sender packed it ({@code Content-Encoding}). */
@Component
class ContentCoding {

    /** All that we unpack, for a message to the sender. */
    static final String ALL = "gzip, deflate, zstd";

    /** Eight megabytes, which RFC 9659 asks of senders; more is memory that a stranger chooses. */
    private static final int ZSTD_WINDOW = 23;

    private final int maxRatio;

    ContentCoding(IngestSettings settings) {
        this.maxRatio = settings.maxCompressionRatio();
    }

    /** Whether the body is packed, so that its announced length is not its own. */
    static boolean packed(HttpServletRequest request) {
        return !coding(request).equals("identity");
    }

    /**
     * The body, unpacked while it is read.
     *
     * @throws UnsupportedType if it is packed in a way that we do not know, or in several
     */
    InputStream unpacked(HttpServletRequest request) throws IOException {
        String coding = coding(request);
        InputStream in = request.getInputStream();
        if (coding.equals("identity")) {
            return in;
        }
        PackedBody packed = new PackedBody(in, coding, maxRatio);
        packed.unpackBy(
                switch (coding) {
                    case "gzip", "x-gzip" -> body -> new GZIPInputStream(body, 16 * 1024);
                    case "deflate" -> InflaterInputStream::new;
                    case "zstd" ->
                        body -> new ZstdInputStreamNoFinalizer(new BufferedInputStream(body, 16 * 1024))
                                .setLongMax(ZSTD_WINDOW);
                    default ->
                        throw new UnsupportedType("The header Content-Encoding must be one of " + ALL
                                + ", once, or be left out; the body must be what it says.");
                });
        return packed;
    }

    private static String coding(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return header == null || header.isBlank() ? "identity" : header.strip().toLowerCase(Locale.ROOT);
    }
}
