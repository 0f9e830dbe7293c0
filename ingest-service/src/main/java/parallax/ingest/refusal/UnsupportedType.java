package parallax.ingest.refusal;

import java.util.Map;

/** A content type that we do not read. */
public final class UnsupportedType extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses; {@code detail} lists what we do read. */
    public UnsupportedType(String detail) {
        super("unsupported-content-type", "Content type not supported", detail, Map.of());
    }
}
