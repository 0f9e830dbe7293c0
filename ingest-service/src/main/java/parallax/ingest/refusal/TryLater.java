package parallax.ingest.refusal;

import java.time.Duration;
import java.util.Map;

/** We could not record it now; nothing is kept, and sending it again is safe. */
public final class TryLater extends Refusal {

    private static final long serialVersionUID = 1L;

    /** After this time it may work. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Refuses because {@code who} did not answer in time. */
    public TryLater(String who) {
        super(
                "not-recorded",
                "Not recorded",
                who + " did not confirm, so nothing is recorded. Send the same request again in "
                        + RETRY_AFTER.toSeconds() + " seconds; repeating is safe.",
                Map.of());
    }
}
