package parallax.publish.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended; {@code detail} is for the delivery log. */
public sealed interface Outcome {

    /** What happened, in a sentence, without secrets. */
    String detail();

    /**
     * The channel has it.
     *
     * @param artifact what the channel made of it, if that is to be remembered
     * @param artifactHash of that, to tell another's edit
     */
    record Delivered(
            String detail,
            @Nullable String artifact,
            @Nullable String artifactHash) implements Outcome {}

    /**
     * Another attempt may succeed.
     *
     * @param atLeast the channel asked to be left alone that long
     */
    record Retry(String detail, @Nullable Duration atLeast) implements Outcome {}

    /** No further attempt would succeed. */
    record Failed(String detail) implements Outcome {}

    /** A person changed what we wrote: it stays as it is. */
    record Conflict(String detail) implements Outcome {}

    /** The channel wants nothing any more. */
    record ChannelGone(String detail) implements Outcome {}

    /**
     * The channel does not want it.
     *
     * @param known the channel counts as knowing the story nevertheless, so that what comes next is an update to it
     */
    record Filtered(String detail, boolean known) implements Outcome {}
}
