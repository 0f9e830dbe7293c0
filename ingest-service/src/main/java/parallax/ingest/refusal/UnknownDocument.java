package parallax.ingest.refusal;

import java.util.Map;

/** No document has this id. */
public final class UnknownDocument extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses {@code id}, which is well formed. */
    public UnknownDocument(String id) {
        super(
                "unknown-document",
                "Unknown document",
                "No document with the id \"" + id + "\" was ever accepted. Ids are case-sensitive; the answer to the"
                        + " document's upload names its id.",
                Map.of());
    }
}
