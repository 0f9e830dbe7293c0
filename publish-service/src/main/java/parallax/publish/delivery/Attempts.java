package parallax.publish.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/** A delivery with all its attempts, the first one first; those of a release that noted none are missing. */
record Attempts(@JsonUnwrapped Delivery delivery, List<Attempt> log) {

    /**
     * One attempt.
     *
     * @param millis how long it took
     * @param outcome what came of it, in a sentence
     */
    record Attempt(Instant at, long millis, String outcome) {}
}
