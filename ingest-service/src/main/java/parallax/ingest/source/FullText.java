package parallax.ingest.source;

import java.util.Locale;

/** Whether an article's own page is asked for its text. */
public enum FullText {
    /** Where the feed has only a summary. */
    AUTO,
    /** Of every item. */
    ALWAYS,
    /** What the feed has is taken. */
    NEVER;

    /** The wire form, in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
