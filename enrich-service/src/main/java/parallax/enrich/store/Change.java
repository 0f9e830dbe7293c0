package parallax.enrich.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parallax.enrich.article.Annotator.Annotated;

/** What happened to one document. */
public sealed interface Change {

    /** Which document. */
    String documentId();

    /** When ingest accepted it: of two changes to one document, the later holds. */
    Instant at();

    /** The trace to hand on, or null. */
    @Nullable
    String traceparent();

    /**
     * A new or changed document.
     *
     * @param annotated what was made of it
     * @param content what it said, to the letter
     */
    record Received(
            Annotated annotated, String content, @Nullable String traceparent) implements Change {
        @Override
        public String documentId() {
            return annotated.article().documentId();
        }

        @Override
        public Instant at() {
            return annotated.article().receivedAt();
        }
    }

    /** A takedown. */
    record Withdrawn(
            String documentId, Instant at, @Nullable String traceparent) implements Change {}
}
