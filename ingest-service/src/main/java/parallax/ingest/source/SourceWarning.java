package parallax.ingest.source;

import java.time.Instant;

/**
 * Something wrong with a source, as it was seen last.
 *
 * @param count how many of its kind in the last visit that had it
 */
public record SourceWarning(String code, String detail, long count, Instant firstAt, Instant lastAt) {}
