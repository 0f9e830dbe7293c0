package parallax.publish.delivery;

import java.util.Locale;

/** What a delivery tells. Created is the first that a channel hears of a story. */
public enum EventType {
    /** The channel has nothing of the story yet. */
    CREATED,
    /** The channel has an earlier version. */
    UPDATED,
    /** Its articles went into another story. */
    MERGED,
    /** Nothing of it may be seen any more. */
    REMOVED;

    /** The wire form: {@code story.created} … */
    @Override
    public String toString() {
        return "story." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether the channel is to take the story down. */
    public boolean gone() {
        return this == MERGED || this == REMOVED;
    }
}
