package parallax.ingest.feed;

/**
 * Something wrong with a source that did not keep us from reading it.
 *
 * @param code the kind: {@code date-unreadable}
 * @param detail what, where, and how we took it, for the first of its kind
 * @param count how many of its kind
 */
public record Warning(String code, String detail, int count) {}
