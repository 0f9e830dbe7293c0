package parallax.ingest.source;

import java.time.Instant;

/** When sources are visited, and what they delivered is told again: which of our instances does it is nobody's concern here. */
public interface VisitPlan {

    /** Has it visited at {@code time}, or never if it is not one to be visited. */
    void visit(Source source, Instant time);

    /** Has told again, after {@code time}, what it has delivered, under what it says then of all it sends. */
    void retell(Source source, Instant time);

    /** Visits it no more. */
    void forget(Source source);
}
