package parallax.publish.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a decision.
 *
 * @param decision as it is kept; null if nothing had to be decided
 * @param changed false if all this was so already
 * @param effects what it changes or will change, in sentences
 * @param notTakenBack what is out and cannot be taken back
 */
record Answer(@Nullable Said decision, boolean changed, List<String> effects, List<String> notTakenBack) {}
