package parallax.events;

import org.jspecify.annotations.Nullable;

/**
 * A difference between two revisions of a document.
 *
 * @param field {@code title}, {@code author}, {@code published}, {@code language}, {@code url}, {@code draft}, {@code tags} or {@code body}
 * @param before null if it was not there; of the body, its length in characters
 * @param after null if it is no longer there; of the body, its length in characters
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {}
