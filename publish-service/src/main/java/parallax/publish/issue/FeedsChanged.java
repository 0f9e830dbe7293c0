package parallax.publish.issue;

import java.util.Set;

/**
 * Readers see something new, from now on.
 *
 * @param feeds {@code stories}, {@code articles}
 */
public record FeedsChanged(Set<String> feeds) {}
