package parallax.enrich.interview;

import parallax.events.Evidence.Span;

/**
 * Something that a document says, and where it says it.
 *
 * @param value what
 * @param span where; its quote is the document's own words
 * @param confidence 0 to 1
 */
public record Fact<T>(T value, Span span, double confidence) {}
