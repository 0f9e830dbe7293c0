package parallax.ingest.refusal;

import java.util.Locale;
import java.util.Map;

/** More bytes than the limit. */
public final class TooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses a document of more than {@code limit} bytes. */
    public TooLarge(long limit) {
        this("document", limit, "parallax.ingest.max-document-size");
    }

    /**
     * Refuses something else that is too large.
     *
     * @param thing as a word in a sentence
     * @param setting that may be raised
     */
    public TooLarge(String thing, long limit, String setting) {
        super(
                "too-large",
                thing.substring(0, 1).toUpperCase(Locale.ROOT) + thing.substring(1) + " too large",
                "The " + thing + " is larger than " + limit + " bytes in UTF-8. Send it in parts, or raise " + setting
                        + ".",
                Map.of("limit", limit));
    }
}
