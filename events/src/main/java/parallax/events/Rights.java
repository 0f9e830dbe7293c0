package parallax.events;

import java.util.Locale;

/** What a source allows us to pass on of its articles. */
public enum Rights {
    /** The whole text. */
    FULL,
    /** Title, excerpt and link. */
    SUMMARY,
    /** Title and link only. */
    LINK;

    /** The wire form: {@code full}, {@code summary} or {@code link}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
