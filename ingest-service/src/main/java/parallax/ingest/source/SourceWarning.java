package parallax.ingest.source;

import java.time.Instant;

/**
 * Something wrong with a source, as it was seen last. It goes with the first visit that looks for it in vain; what is told as it
 * happens, once ({@code moved}, {@code item-refused}, {@code full-text-missing}, {@code hub-denies} …), some days after.
 *
 * @param count how many of its kind in the last visit that had it
 * @param visits that had it
 */
public record SourceWarning(String code, String detail, long count, long visits, Instant firstAt, Instant lastAt) {}
