package parallax.ingest.refusal;

import java.time.Duration;
import java.util.Map;

/** More comes in than can be passed on just now; nothing was taken, and sending it again later is safe. */
public final class TooBusy extends Refusal {

    private static final long serialVersionUID = 1L;

    /** When to try again. */
    private final transient Duration retryAfter;

    /**
     * A refusal.
     *
     * @param why what is behind, as the end of a sentence that begins "Not taken: "
     */
    public TooBusy(String why, Duration retryAfter) {
        super(
                "too-busy",
                "Too busy",
                "Not taken: " + why + ". Send the same request again in " + retryAfter.toSeconds()
                        + " seconds; repeating is safe.",
                Map.of("retryAfter", retryAfter.toSeconds()));
        this.retryAfter = retryAfter;
    }

    /** When to try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
