package parallax.ingest.refusal;

import java.util.Map;

/** More bytes than the limit. */
public final class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses a document of more than {@code limit} bytes. */
    public TooLarge(long limit) {
        super(
                "too-large",
                "Document too large",
                "The document is larger than " + limit
                        + " bytes in UTF-8. Send it in parts, or raise parallax.ingest.max-document-size.",
                Map.of("limit", limit));
    }
}
