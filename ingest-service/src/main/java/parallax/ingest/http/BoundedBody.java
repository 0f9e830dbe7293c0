package parallax.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parallax.ingest.IngestSettings;
import parallax.ingest.refusal.Malformed;
import parallax.ingest.refusal.TooLarge;

/** Reads a body and never keeps more of it than its limit, whatever the header says. */
@Component
class BoundedBody {

    private static final int ENVELOPE = 64 * 1024;

    private final long document;
    private final ContentCoding coding;

    BoundedBody(IngestSettings settings, ContentCoding coding) {
        this.coding = coding;
        this.document = settings.maxDocumentSize().toBytes();
    }

    /** A document as it is. */
    byte[] document(HttpServletRequest request) {
        return read(request, document);
    }

    /** JSON with one document in it. */
    byte[] json(HttpServletRequest request) {
        return read(request, maxJson());
    }

    /** JSON doubles a document at most, if only what must be escaped is, or all that is no ASCII but ideographs. */
    int maxJson() {
        return (int) Math.min(Integer.MAX_VALUE - 8, 2 * document + ENVELOPE);
    }

    /** A line of JSON, which is null if it was too long to keep. */
    byte[] line(byte @Nullable [] line) {
        if (line == null) {
            throw new TooLarge(document);
        }
        return line;
    }

    private byte[] read(HttpServletRequest request, long limit) {
        if (request.getContentLengthLong() > limit && !ContentCoding.packed(request)) {
            throw new TooLarge(document);
        }
        try {
            byte[] body = coding.unpacked(request).readNBytes((int) limit + 1);
            if (body.length > limit) {
                throw new TooLarge(document);
            }
            return body;
        } catch (IOException e) {
            throw cutShort();
        }
    }

    static Malformed cutShort() {
        return new Malformed(
                "body-cut-short",
                "Body cut short",
                "The body ended before its announced length, or its chunks are malformed. Send it again.");
    }
}
