package parallax.ingest.emit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Counts what became of documents; every count is there from the start, so that a rise from zero can be seen. */
@Component
public class Outcomes {

    private final MeterRegistry meters;
    private final Timer accept;

    Outcomes(MeterRegistry meters) {
        this.meters = meters;
        this.accept = Timer.builder("parallax.accept")
                .description("Accepting documents, from identified to acknowledged and recorded")
                .register(meters);
        for (String outcome : new String[] {"accepted", "unchanged", "rejected", "withdrawn"}) {
            count(outcome, 0);
        }
    }

    /** Counts a document that was refused. */
    public void rejected() {
        count("rejected", 1);
    }

    void withdrawn() {
        count("withdrawn", 1);
    }

    void acceptance(Acceptance acceptance) {
        count(acceptance.status(), 1);
    }

    Timer accept() {
        return accept;
    }

    private void count(String outcome, int amount) {
        meters.counter("parallax.documents.received", "outcome", outcome).increment(amount);
    }
}
