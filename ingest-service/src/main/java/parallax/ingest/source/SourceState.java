package parallax.ingest.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What visits to a source have taught us.
 *
 * @param movedTo where permanent redirects led
 * @param etag of the answer that was read last
 * @param lastModified as {@code etag}
 * @param readTo how many bytes of that answer were read; null if it was read whole
 * @param pause between visits
 * @param failures in a row
 * @param nextAt when it is to be visited next
 * @param outcome of the last visit, in words
 */
public record SourceState(
        @Nullable String movedTo,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable Long readTo,
        @Nullable Duration pause,
        int failures,
        @Nullable Instant visitedAt,
        @Nullable Instant succeededAt,
        @Nullable Instant nextAt,
        @Nullable String outcome,
        @Nullable String title,
        @Nullable String format) {

    /** Of one that was never visited. */
    public static final SourceState NEW =
            new SourceState(null, null, null, null, null, 0, null, null, null, null, null, null);

    /** Whether an answer of which {@code most} bytes are read would give nothing else if it is the same. */
    public boolean coversAll(int most) {
        return readTo == null || readTo >= most;
    }

    /** After a visit that failed. */
    public SourceState failed(Instant at, Instant next, String why) {
        return new SourceState(
                movedTo, etag, lastModified, readTo, pause, failures + 1, at, succeededAt, next, why, title, format);
    }

    /** After a visit that found nothing changed. */
    public SourceState unchanged(Instant at, Instant next, Duration newPause, @Nullable String newAddress) {
        return new SourceState(
                newAddress == null ? movedTo : newAddress,
                etag,
                lastModified,
                readTo,
                newPause,
                0,
                at,
                at,
                next,
                "Not changed.",
                title,
                format);
    }

    /** After a visit that led to where the feed is. */
    public SourceState found(Instant at, Instant next, String feed, String how) {
        return new SourceState(feed, null, null, null, pause, 0, at, succeededAt, next, how, title, format);
    }
}
