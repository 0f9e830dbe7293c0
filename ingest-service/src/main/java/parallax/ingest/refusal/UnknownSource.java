package parallax.ingest.refusal;

import java.util.Map;

/** No source has this name. */
public final class UnknownSource extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses {@code name}. */
    public UnknownSource(String name) {
        super(
                "unknown-source",
                "Unknown source",
                "No source is set up as \"" + name + "\". GET /v1/sources lists those that are; PUT sets one up.",
                Map.of());
    }
}
