package parallax.ingest.refusal;

import java.util.Map;

/** The same request is being answered already. */
public final class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    /** Refuses a second request with a key whose first is not answered yet. */
    public Conflict() {
        super(
                "idempotency-key-in-progress",
                "Request in progress",
                "A request with this Idempotency-Key is being answered just now. Send it again in a few seconds to get its answer.",
                Map.of());
    }
}
